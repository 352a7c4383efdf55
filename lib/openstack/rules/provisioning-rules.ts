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

/** Rules on what `pulumi up` makes for a cluster. */
export const PROVISIONING_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'provisioned-endpoint-network',
    reason:
      'What is provisioned for an endpoint is in a subnet that is there before Cluster API starts.',
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
            allowed: 'the subnet of the endpoint first',
            fix: "write subnets: [NetworkLookup.named('…')] with the name of the subnet",
          },
        );
      }
    },
  },
  {
    id: 'second-node-range',
    reason: 'Machines make their own addresses of a prefix with 64 bits, and of no other.',
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
          allowed: `an IPv6 range of length /64${network.ipv6Mode === 'dhcpv6-stateful' ? ' or more' : ''}`,
          fix:
            cidr.family === 6
              ? write(`${cidr.network}/${AUTOCONFIGURED_PREFIX}`)
              : 'write such as "fd00:8::/64"',
        },
      );
    },
  },
  {
    id: 'provisioned-name',
    reason: 'The provider takes networks with such names for its own, and deletes them.',
    source: NAMES,
    check({ path, network }, refuse) {
      if (network.kind !== 'provisioned' || !network.name.startsWith(`${PROVIDER_PREFIX}-`)) return;
      refuse(
        { path: network.owner, prop: network.shared ? 'name' : 'network.name' },
        {
          given: network.name,
          allowed: `a name that does not start with ${PROVIDER_PREFIX}-`,
          fix: leaveOut({ ends: ` to have a derived name (cluster ${path})` }),
        },
      );
    },
  },
  {
    id: 'shared-network-cloud',
    reason: 'A network is in one cloud, where its clusters are too.',
    source: NAMES,
    check({ path, network, cloud }, refuse) {
      if (network.kind !== 'provisioned' || !network.shared) return;
      if (network.owner.startsWith(`${cloud.path}/`)) return;
      refuse(
        { path, prop: 'network' },
        {
          given: network.owner,
          allowed: `a network of ${cloud.path}, the cloud of the cluster`,
          fix: `make a SharedNetwork in ${cloud.path}, or choose the other cloud`,
        },
      );
    },
  },
  {
    id: 'endpoint-dns-name',
    reason: 'Designate keeps a name in the zone that it ends in.',
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
    reason: 'A floating address that is allocated is known only once it has been provisioned.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ path, name, network, endpoint, cloud, handOver }, refuse) {
      if (!hasMadeAddress(endpoint)) return;
      if (network.kind === 'managed' && endpoint.kind !== 'machine') return;
      if (cloud.externalNetwork?.kind === 'none') return;
      if (handOver?.floatingIP !== undefined) return;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          allowed: 'an address that `pulumi up` has allocated and handed over in a file',
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
      allowed: 'no name, as the cloud has no dnsZone',
      fix: leaveOut({ begins: 'give the OpenStackCloud a dnsZone, or leave dnsName out' }),
    });
  } else if (!isObjectName(name) || !name.endsWith(`.${bare}`)) {
    refuse(place, {
      given: name,
      allowed: `a DNS name that ends in .${bare}`,
      fix: isObjectName(bare) ? write(`api.${bare}`) : 'mend the dnsZone of the cloud',
    });
  }
}
