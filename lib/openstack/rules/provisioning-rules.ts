import { tryParseCidr } from '../../base/cidr';
import { leaveOut, write } from '../../base/fix';
import type { Place, Refuse, Rule } from '../../base/rule';
import { isObjectName } from '../../cluster/rules/names';
import { PROVIDER_PREFIX } from '../model/cloud-names';
import type { OpenStackCluster } from '../model/cluster';
import { hasMadeAddress } from '../model/endpoint';

const NAMES = 'CAPO@v0.14.7:pkg/utils/names/names.go';
const BALANCER = 'CAPO@v0.14.7:pkg/cloud/services/loadbalancer/loadbalancer.go';
const AUTOCONFIGURED_PREFIX = 64;

/** Rules on what `pulumi up` creates for a cluster. */
export const PROVISIONING_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'provisioned-endpoint-network',
    reason:
      'The resources of an endpoint are provisioned in a subnet that exists before Cluster API starts.',
    source: BALANCER,
    check({ path, endpoint, network }, refuse) {
      if (endpoint.kind !== 'loadBalancer' && endpoint.kind !== 'virtualIp') return;
      const place = { path, prop: 'network' };
      if (network.kind === 'managed') {
        if (endpoint.kind === 'virtualIp') return;
        refuse(place, {
          given: network.kind,
          allowed: `a provisioned or adopted network with ApiEndpoint.${endpoint.kind}`,
          fix: 'write ClusterNetwork.provisioned({ … }), or ApiEndpoint.managed() for the endpoint',
        });
      } else if (network.kind === 'adopted' && network.subnets.length === 0) {
        refuse(
          { path, prop: 'network.subnets' },
          {
            given: [],
            allowed: 'a list that starts with the subnet of the endpoint',
            fix: "write subnets: [NetworkLookup.fromName('…')] with the name of the subnet",
          },
        );
      }
    },
  },
  {
    id: 'second-node-range',
    reason: 'Machines can generate their own addresses only from a 64-bit prefix.',
    source: 'openstack/neutron@master:neutron/db/db_base_plugin_v2.py',
    check({ path, network }, refuse) {
      if (network.kind !== 'provisioned' || network.nodeCidrIPv6 === undefined) return;
      const cidr = tryParseCidr(network.nodeCidrIPv6);
      if (cidr === undefined || !cidr.aligned) return;
      if (cidr.family === 6 && isPrefixFit(network.ipv6Mode, cidr.prefix)) return;
      refuse(
        { path, prop: 'network.nodeCidrIPv6' },
        {
          given: network.nodeCidrIPv6,
          allowed: `an IPv6 range with a prefix length of 64${network.ipv6Mode === 'dhcpv6-stateful' ? ' or more' : ''}`,
          fix:
            cidr.family === 6
              ? write(`${cidr.network}/${AUTOCONFIGURED_PREFIX}`)
              : 'write an IPv6 range, such as "fd00:8::/64"',
        },
      );
    },
  },
  {
    id: 'provisioned-name',
    reason: 'The provider treats networks with such names as its own, and deletes them.',
    source: NAMES,
    check({ path, network }, refuse) {
      if (network.kind !== 'provisioned' || !network.name.startsWith(`${PROVIDER_PREFIX}-`)) return;
      refuse(
        { path: network.owner, prop: network.shared ? 'name' : 'network.name' },
        {
          given: network.name,
          allowed: `a name that does not start with ${PROVIDER_PREFIX}-`,
          fix: leaveOut({ ends: ` to use a derived name (cluster ${path})` }),
        },
      );
    },
  },
  {
    id: 'shared-network-cloud',
    reason: 'A network exists in one cloud, and its clusters must be in the same cloud.',
    source: NAMES,
    check({ path, network, cloud }, refuse) {
      if (network.kind !== 'provisioned' || !network.shared) return;
      if (network.owner.startsWith(`${cloud.path}/`)) return;
      refuse(
        { path, prop: 'network' },
        {
          given: network.owner,
          allowed: `a network of ${cloud.path}, the cloud of the cluster`,
          fix: `create a SharedNetwork in ${cloud.path}, or use the other cloud`,
        },
      );
    },
  },
  {
    id: 'endpoint-dns-name',
    reason: 'Designate accepts a name only in the zone in which it ends.',
    source: 'openstack/designate@master:designate/central/service.py',
    check({ path, endpoint, cloud }, refuse) {
      if (endpoint.kind === 'managed' || endpoint.kind === 'external') return;
      if (endpoint.dnsName === undefined) return;
      checkDnsName(endpoint.dnsName, cloud.dnsZone, { path, prop: 'endpoint.dnsName' }, refuse);
    },
  },
];

/** Rules on a cluster whose manifests are written. */
export const RENDERING_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'hand-over',
    reason: 'An allocated floating IP is known only after it has been provisioned.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ path, name, network, endpoint, cloud, handOver }, refuse) {
      if (!hasMadeAddress(endpoint)) return;
      if (network.kind === 'managed' && endpoint.kind !== 'machine') return;
      if (cloud.externalNetwork?.kind === 'none') return;
      if (handOver?.floatingIP !== undefined) return;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          allowed: 'an address that `pulumi up` has allocated and written to the hand-over file',
          fix: `run capi-fleet up --cluster ${name}, or pulumi up in the stack of the cluster, and commit the file that it writes`,
        },
      );
    },
  },
];

function isPrefixFit(mode: string, prefix: number): boolean {
  return mode === 'dhcpv6-stateful'
    ? prefix >= AUTOCONFIGURED_PREFIX
    : prefix === AUTOCONFIGURED_PREFIX;
}

function checkDnsName(name: string, zone: string | undefined, place: Place, refuse: Refuse): void {
  const bare = zone?.replace(/\.$/, '');
  if (bare === undefined) {
    refuse(place, {
      given: name,
      allowed: 'none; the cloud has no dnsZone',
      fix: leaveOut({ begins: 'set dnsZone on the OpenStackCloud, or leave dnsName out' }),
    });
  } else if (!isObjectName(name) || !name.endsWith(`.${bare}`)) {
    refuse(place, {
      given: name,
      allowed: `a DNS name that ends in .${bare}`,
      fix: isObjectName(bare) ? write(`api.${bare}`) : 'correct the dnsZone of the cloud',
    });
  }
}
