import { isAddress, placeOf, tryParseCidr } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { leaveOut, nameIt, suchAs, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import { isObjectName } from '../../cluster/rules/names';
import type { AzureCluster } from '../model/cluster';
import type { AzureEndpointModel } from '../model/endpoint';
import { MOST_ADDRESSES, ZONES } from '../model/limits';
import { controlPlaneSubnet } from '../model/network';
import { groupFinding, nameFinding } from './names';

const WEBHOOK = 'CAPZ@v1.26.0:internal/webhooks/azurecluster_validation.go';
const LEAST_MINUTES = 4;
const MOST_MINUTES = 30;
const MOST_PORT = 65_535;
const LABEL = /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/;
/** Number of addresses that Azure reserves at the start of a subnet, besides the last one. */
const KEPT = 4;

type Internal = Extract<AzureEndpointModel, { scope: 'internal' }>;

/** Rules for the load balancers of clusters. */
export const AZURE_ENDPOINT_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-balancer-name',
    reason: 'Azure rejects other names for load balancers and public IPs, and duplicate ones.',
    source: WEBHOOK,
    check(cluster, refuse) {
      const { path, endpoint } = cluster;
      const names = balancers(cluster).map(([, { name }]) => name?.toLowerCase());
      balancers(cluster).forEach(([prop, { name }], index) => {
        if (name === undefined) return;
        const allowed = 'a name that no other load balancer of the cluster has';
        const twice = { given: name, allowed, fix: nameIt(`${name}-${index + 1}`) };
        const isOwn = names.indexOf(name.toLowerCase()) === index;
        const finding = nameFinding(name, 'balancer') ?? (isOwn ? undefined : twice);
        if (finding !== undefined) refuse({ path, prop: `${prop}.name` }, finding);
      });
      if (endpoint.scope !== 'public' || endpoint.publicIpName === undefined) return;
      const finding = nameFinding(endpoint.publicIpName, 'api');
      if (finding !== undefined) refuse({ path, prop: 'endpoint.publicIpName' }, finding);
    },
  },
  {
    id: 'azure-idle-timeout',
    reason: 'The webhook accepts only idle timeouts from 4 to 30 minutes.',
    source: WEBHOOK,
    check(cluster, refuse) {
      for (const [prop, { idleTimeoutMinutes: given }] of balancers(cluster)) {
        if (given === undefined || isWholeNumber(given, LEAST_MINUTES, MOST_MINUTES)) continue;
        refuse(
          { path: cluster.path, prop: `${prop}.idleTimeoutMinutes` },
          {
            given,
            allowed: `an integer from ${LEAST_MINUTES} to ${MOST_MINUTES}`,
            fix: leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'azure-outbound-addresses',
    reason:
      'The webhook accepts at most 16 addresses, and without one machines cannot reach the internet.',
    source: WEBHOOK,
    check(cluster, refuse) {
      for (const [prop, { addresses: given }] of balancers(cluster)) {
        if (given === undefined || isWholeNumber(given, 1, MOST_ADDRESSES)) continue;
        refuse(
          { path: cluster.path, prop: `${prop}.addresses` },
          { given, allowed: `an integer from 1 to ${MOST_ADDRESSES}`, fix: leaveOut() },
        );
      }
    },
  },
  {
    id: 'azure-dns-label',
    reason: 'Azure rejects other DNS labels for public IPs.',
    source:
      'MicrosoftDocs/azure-docs@main:articles/virtual-network/ip-services/public-ip-addresses.md',
    check({ path, endpoint, name }, refuse) {
      if (endpoint.scope !== 'public') return;
      if (endpoint.dnsLabel === undefined) {
        // The provider's own label starts with the cluster's name.
        if (!/^\d/.test(name)) return;
        refuse(
          { path, prop: 'endpoint.dnsLabel' },
          {
            given: undefined,
            allowed:
              "a label that starts with a letter; the default starts with the cluster's name",
            fix: write(`k${name}`),
          },
        );
        return;
      }
      if (LABEL.test(endpoint.dnsLabel)) return;
      const better = endpoint.dnsLabel
        .toLowerCase()
        .replace(/\..*$/, '')
        .replace(/[^a-z0-9]+/g, '-');
      refuse(
        { path, prop: 'endpoint.dnsLabel' },
        {
          given: endpoint.dnsLabel,
          allowed:
            '3 to 63 lowercase letters, digits and dashes, starting with a letter and not ending with a dash',
          fix: LABEL.test(better) ? write(better) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'azure-balancer-ports',
    reason: 'A load balancer can have only one rule per port, and each needs a unique name.',
    source: 'CAPZ@v1.26.0:azure/scope/cluster.go',
    check({ path, endpoint: { additionalPorts }, apiServerPort }, refuse) {
      const names = additionalPorts.map(({ name }) => name);
      const ports = [apiServerPort, ...additionalPorts.map(({ port }) => port)];
      additionalPorts.forEach(({ name, port }, index) => {
        const place = `endpoint.additionalPorts[${index}]`;
        const finding = nameFinding(name, `port-${port}`);
        if (finding !== undefined || names.indexOf(name) !== index) {
          const allowed = 'a name that no other port has';
          const own = { given: name, allowed, fix: write(`port-${index + 1}`) };
          refuse({ path, prop: `${place}.name` }, finding ?? own);
        }
        if (isWholeNumber(port, 1, MOST_PORT) && ports.indexOf(port) === index + 1) return;
        refuse(
          { path, prop: `${place}.port` },
          {
            given: port,
            allowed: `an integer from 1 to ${MOST_PORT} other than ${apiServerPort}, without duplicates`,
            fix: 'write another port, or leave it out',
          },
        );
      });
    },
  },
];

/** Rules for internal endpoints. */
export const AZURE_INTERNAL_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-control-plane-outbound',
    reason:
      'Machines behind an internal load balancer cannot reach the internet through it, so they cannot pull images.',
    source: 'CAPZ@v1.26.0:azure/scope/cluster.go',
    check({ path, endpoint, network }, refuse) {
      // A shared subnet has the NAT gateway of workers, and an existing one its own routes.
      const isAlone = controlPlaneSubnet(network)?.role === 'control-plane';
      const { outbound } = internal(endpoint);
      if (network.kind !== 'managed' || !isAlone || outbound !== undefined) return;
      refuse(
        { path, prop: 'endpoint.outbound' },
        {
          given: undefined,
          allowed: 'a load balancer, without which the control plane cannot reach the internet',
          fix: write({}),
        },
      );
    },
  },
  {
    id: 'azure-private-ip',
    reason:
      'The load balancer needs an address in the control plane subnet, of which Azure reserves five.',
    source: WEBHOOK,
    check({ path, endpoint, network }, refuse) {
      const { privateIp } = internal(endpoint);
      const subnet = tryParseCidr(controlPlaneSubnet(network)?.cidr ?? '');
      if (privateIp === undefined || subnet === undefined || subnet.family !== 4) return;
      const place = isAddress(privateIp, 4) ? placeOf(subnet, privateIp) : undefined;
      const last = 2 ** (32 - subnet.prefix) - 1;
      if (place !== undefined && place >= KEPT && place < last) return;
      refuse(
        { path, prop: 'endpoint.privateIp' },
        {
          given: privateIp,
          allowed: `an address in ${subnet.text}, except the first four and the last`,
          fix: leaveOut({ ends: ' to use the last available address' }),
        },
      );
    },
  },
  {
    id: 'azure-balancer-zones',
    reason: 'An Azure location has at most three zones, which are identified by number.',
    source: 'CAPZ@v1.26.0:api/v1beta1/types.go',
    check({ path, endpoint }, refuse) {
      const { zones = [] } = internal(endpoint);
      const right = ZONES.filter((zone) => zones.includes(zone));
      if (right.length === zones.length) return;
      refuse(
        { path, prop: 'endpoint.zones' },
        {
          given: zones,
          allowed: '"1", "2" and "3", without duplicates',
          fix: right.length === 0 ? leaveOut() : write(right),
        },
      );
    },
  },
  {
    id: 'azure-private-dns',
    reason:
      'A private DNS zone needs a domain name, and its resource group applies only to a zone with a name.',
    source: WEBHOOK,
    check({ path, endpoint }, refuse) {
      const { privateDns } = internal(endpoint);
      if (privateDns?.kind !== 'system') return;
      const { zoneName, resourceGroup } = privateDns;
      if (zoneName !== undefined && !(isObjectName(zoneName) && zoneName.includes('.'))) {
        refuse(
          { path, prop: 'endpoint.privateDns.zoneName' },
          {
            given: zoneName,
            allowed: 'a domain of at least two labels',
            fix: suchAs('clusters.example.org'),
          },
        );
      }
      const finding = dnsGroupFinding(zoneName, resourceGroup);
      if (finding === undefined) return;
      refuse({ path, prop: 'endpoint.privateDns.resourceGroup' }, finding);
    },
  },
];

function dnsGroupFinding(zoneName?: string, resourceGroup?: string): Finding | undefined {
  if (resourceGroup === undefined) return undefined;
  if (zoneName !== undefined) return groupFinding(resourceGroup);
  return {
    given: resourceGroup,
    allowed: 'none; zoneName is not set',
    fix: leaveOut({ or: 'write zoneName too' }),
  };
}

interface Balancer {
  readonly name?: string;
  readonly idleTimeoutMinutes?: number;
  readonly addresses?: number;
}

/** Returns the load balancers of a cluster by prop. */
function balancers({ endpoint, nodeOutbound }: AzureCluster): readonly [string, Balancer][] {
  const { outbound } = internal(endpoint);
  const all: readonly [string, Balancer | undefined][] = [
    ['endpoint', endpoint],
    ['endpoint.outbound', outbound],
    ['nodeOutbound', nodeOutbound],
  ];
  return all.flatMap(([prop, one]): [string, Balancer][] =>
    one === undefined ? [] : [[prop, one]],
  );
}

function internal(endpoint: AzureEndpointModel): Partial<Internal> {
  return endpoint.scope === 'internal' ? endpoint : {};
}
