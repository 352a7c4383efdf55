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
/** Addresses at the beginning of a subnet that Azure keeps; it keeps the last one besides. */
const KEPT = 4;

type Internal = Extract<AzureEndpointModel, { scope: 'internal' }>;

/** Rules on load balancers of clusters. */
export const AZURE_ENDPOINT_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-balancer-name',
    reason:
      'Azure takes no other names for load balancers and addresses, each of which has its own.',
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
    reason: 'The webhook takes times from four minutes to half an hour.',
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
    reason: 'The webhook takes 16 addresses, and without one nobody gets out.',
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
    reason: 'Azure takes no other labels for the names of addresses.',
    source:
      'MicrosoftDocs/azure-docs@main:articles/virtual-network/ip-services/public-ip-addresses.md',
    check({ path, endpoint, name }, refuse) {
      if (endpoint.scope !== 'public') return;
      if (endpoint.dnsLabel === undefined) {
        // The provider's own label begins with the cluster's name.
        if (!/^\d/.test(name)) return;
        refuse(
          { path, prop: 'endpoint.dnsLabel' },
          {
            given: undefined,
            allowed: 'a label that begins with a letter, as the name of the cluster does not',
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
          allowed: '3 to 63 lower-case letters, digits and dashes, a letter first and no dash last',
          fix: LABEL.test(better) ? write(better) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'azure-balancer-ports',
    reason: 'A load balancer listens at each port once, by a name of its own.',
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
            allowed: `an integer from 1 to ${MOST_PORT} besides ${apiServerPort}, each once`,
            fix: 'write another port, or leave it out',
          },
        );
      });
    },
  },
];

/** Rules on internal endpoints. */
export const AZURE_INTERNAL_RULES: readonly Rule<AzureCluster>[] = [
  {
    id: 'azure-control-plane-outbound',
    reason:
      'Machines behind an internal load balancer do not reach the internet by it, and so fetch no images.',
    source: 'CAPZ@v1.26.0:azure/scope/cluster.go',
    check({ path, endpoint, network }, refuse) {
      // A subnet for all has the gateway of workers, and one that exists its own ways.
      const isAlone = controlPlaneSubnet(network)?.role === 'control-plane';
      const { outbound } = internal(endpoint);
      if (network.kind !== 'managed' || !isAlone || outbound !== undefined) return;
      refuse(
        { path, prop: 'endpoint.outbound' },
        {
          given: undefined,
          allowed: 'a load balancer, without which the control plane has no way to the internet',
          fix: write({}),
        },
      );
    },
  },
  {
    id: 'azure-private-ip',
    reason:
      'The address of the load balancer is in the subnet of the control plane, of which Azure keeps five.',
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
          allowed: `an address of ${subnet.text}, but for the first four and the last`,
          fix: leaveOut({ ends: ' to have the last that is free' }),
        },
      );
    },
  },
  {
    id: 'azure-balancer-zones',
    reason: 'A location has three zones at most, known by their numbers.',
    source: 'CAPZ@v1.26.0:api/v1beta1/types.go',
    check({ path, endpoint }, refuse) {
      const { zones = [] } = internal(endpoint);
      const right = ZONES.filter((zone) => zones.includes(zone));
      if (right.length === zones.length) return;
      refuse(
        { path, prop: 'endpoint.zones' },
        {
          given: zones,
          allowed: '"1", "2" and "3", each once',
          fix: right.length === 0 ? leaveOut() : write(right),
        },
      );
    },
  },
  {
    id: 'azure-private-dns',
    reason: 'A zone of names is a domain, and in a resource group where it has a name.',
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
            allowed: 'a domain of two labels or more',
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
    allowed: 'a resource group beside zoneName',
    fix: leaveOut({ or: 'write zoneName too' }),
  };
}

interface Balancer {
  readonly name?: string;
  readonly idleTimeoutMinutes?: number;
  readonly addresses?: number;
}

/** Load balancers of a cluster by their props. */
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
