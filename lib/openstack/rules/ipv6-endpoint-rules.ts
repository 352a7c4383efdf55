import { call, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type LoadBalancerModel, type OpenStackEndpoint } from '../model/endpoint';
import { isIPv6Only } from '../model/machine-families';

const FLOATING = 'openstack/neutron@master:neutron/db/l3_db.py';

/** Rules on endpoints with an IPv6 address, and on bastions whose machines have no other. */
export const IPV6_ENDPOINT_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'floating-address-family',
    reason: 'Floating addresses are IPv4 addresses, and lead to one.',
    source: FLOATING,
    check(cluster, refuse) {
      const { path, endpoint, cloud } = cluster;
      if (!isIPv6Balancer(endpoint, cluster) && !isIPv6VirtualIp(endpoint)) return;
      const { floatingIP } = endpoint;
      if (floatingIP?.kind === 'none' || cloud.externalNetwork?.kind === 'none') return;
      const address = endpoint.kind === 'virtualIp' ? endpoint.address : endpoint.vipAddress;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: floatingIP?.kind === 'address' ? floatingIP.address : 'allocated',
          allowed: `no floating address for ${address ?? 'a load balancer in a network of IPv6'}`,
          fix: write(call('FloatingIP.none'), { begins: 'write floatingIP:' }),
        },
      );
    },
  },
  {
    id: 'allowed-ranges-family',
    reason:
      'Octavia takes ranges of the family of the load balancer, and the provider those of IPv4.',
    source: 'openstack/octavia@master:octavia/api/v2/controllers/listener.py',
    check(cluster, refuse) {
      const { path, endpoint } = cluster;
      if (!isIPv6Balancer(endpoint, cluster) || endpoint.allowedCidrs.length === 0) return;
      refuse(
        { path, prop: 'endpoint.allowedCidrs' },
        {
          given: endpoint.allowedCidrs,
          allowed: 'no ranges for a load balancer with an IPv6 address',
          fix: leaveOut({ ends: ', and keep others away by security groups' }),
        },
      );
    },
  },
  {
    id: 'bastion-family',
    reason:
      'The provider gives a bastion a floating address, which leads to an IPv4 address alone.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
    check({ path, network, bastion, cloud }, refuse) {
      if (bastion?.enabled !== true || !isIPv6Only(network)) return;
      if (cloud.externalNetwork?.kind === 'none') return;
      refuse(
        { path, prop: bastion.floatingIP === undefined ? 'bastion' : 'bastion.floatingIP' },
        {
          given: bastion.floatingIP ?? 'allocated',
          allowed: 'no bastion where machines have IPv6 addresses alone',
          fix: leaveOut({
            prop: 'bastion',
            begins: 'leave the bastion out',
            or: 'adopt a network with a subnet of each family',
          }),
        },
      );
    },
  },
];

function isIPv6VirtualIp(
  endpoint: OpenStackEndpoint,
): endpoint is Extract<OpenStackEndpoint, { kind: 'virtualIp' }> {
  return endpoint.kind === 'virtualIp' && endpoint.address.includes(':');
}

/** Tells whether the address of a load balancer is one of IPv6, as far as that is known; networks made here have none. */
export function isIPv6Balancer(
  endpoint: OpenStackEndpoint,
  { network }: Pick<OpenStackCluster, 'network'>,
): endpoint is Extract<OpenStackEndpoint, LoadBalancerModel> {
  if (network.kind !== 'adopted' || !hasBalancer(endpoint)) return false;
  if (endpoint.vipAddress !== undefined) return endpoint.vipAddress.includes(':');
  const isElsewhere = endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined;
  return !isElsewhere && isIPv6Only(network);
}
