import { call, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type LoadBalancerModel, type OpenStackEndpoint } from '../model/endpoint';
import { isIPv6Only } from '../model/machine-families';

const FLOATING = 'openstack/neutron@master:neutron/db/l3_db.py';

/** Rules on endpoints with an IPv6 address, and on bastions of machines that have only IPv6 addresses. */
export const IPV6_ENDPOINT_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'floating-address-family',
    reason: 'Floating IPs are IPv4 addresses, and can be associated only with IPv4 addresses.',
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
          allowed: `no floating IP for ${address ?? 'a load balancer in an IPv6 network'}`,
          fix: write(call('FloatingIP.none'), { begins: 'write floatingIP:' }),
        },
      );
    },
  },
  {
    id: 'allowed-ranges-family',
    reason:
      'Octavia accepts ranges of the address family of the load balancer, but the provider accepts only IPv4 ranges.',
    source: 'openstack/octavia@master:octavia/api/v2/controllers/listener.py',
    check(cluster, refuse) {
      const { path, endpoint } = cluster;
      if (!isIPv6Balancer(endpoint, cluster) || endpoint.allowedCidrs.length === 0) return;
      refuse(
        { path, prop: 'endpoint.allowedCidrs' },
        {
          given: endpoint.allowedCidrs,
          allowed: 'none for a load balancer with an IPv6 address',
          fix: leaveOut({ ends: ', and restrict access with security groups' }),
        },
      );
    },
  },
  {
    id: 'bastion-family',
    reason:
      'The provider gives a bastion a floating IP, which can be associated only with an IPv4 address.',
    source: 'CAPO@v0.14.7:controllers/openstackcluster_controller.go',
    check({ path, network, bastion, cloud }, refuse) {
      if (bastion?.enabled !== true || !isIPv6Only(network)) return;
      if (cloud.externalNetwork?.kind === 'none') return;
      refuse(
        { path, prop: bastion.floatingIP === undefined ? 'bastion' : 'bastion.floatingIP' },
        {
          given: bastion.floatingIP ?? 'allocated',
          allowed: 'none; the machines have only IPv6 addresses',
          fix: leaveOut({
            prop: 'bastion',
            begins: 'leave the bastion out',
            or: 'adopt a network with a subnet of each address family',
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

/** Tells whether a load balancer is known to have an IPv6 address, which is only possible on an adopted network. */
export function isIPv6Balancer(
  endpoint: OpenStackEndpoint,
  { network }: Pick<OpenStackCluster, 'network'>,
): endpoint is Extract<OpenStackEndpoint, LoadBalancerModel> {
  if (network.kind !== 'adopted' || !hasBalancer(endpoint)) return false;
  if (endpoint.vipAddress !== undefined) return endpoint.vipAddress.includes(':');
  const isElsewhere = endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined;
  return !isElsewhere && isIPv6Only(network);
}
