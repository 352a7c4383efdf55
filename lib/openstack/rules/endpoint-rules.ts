import type { SecurityRuleModel } from '../../addons/model/firewall-rule';
import { rangeContains } from '../../base/bounds';
import { cidrsOverlap, isAddress, parseCidrs, tryParseCidr } from '../../base/cidr';
import { call, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isMainlyIPv6, nodeRanges } from '../../cluster/model/address-families';
import { hostOf } from '../../cluster/rules/hosts';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackEndpoint } from '../model/endpoint';
import { usedFamilies } from '../model/machine-families';
import type { OpenStackNetwork } from '../model/network';

const USUAL_API_PORT = 6443;
const CLUSTER_CRD =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackclusters.yaml';

/** Rules on the endpoint of a cluster's API server. */
export const ENDPOINT_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'floating-ip-without-external-network',
    reason: 'A floating IP is allocated from an external network, which the cloud does not have.',
    source: CLUSTER_CRD,
    check({ path, cloud, endpoint }, refuse) {
      if (endpoint.kind === 'external' || endpoint.kind === 'machine') return;
      if (cloud.externalNetwork?.kind !== 'none') return;
      const { floatingIP } = endpoint;
      if (floatingIP === undefined || floatingIP.kind === 'none') return;
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: floatingIP.kind === 'address' ? floatingIP.address : floatingIP.kind,
          allowed: `none; ${cloud.path} has no external network`,
          fix: write(call('FloatingIP.none'), { or: `set externalNetwork on ${cloud.path}` }),
        },
      );
    },
  },
  {
    id: 'floating-ip-address',
    reason: 'Floating IPs are always IPv4 addresses.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/floatingip.go',
    check({ path, endpoint }, refuse) {
      if (endpoint.kind === 'external' || endpoint.floatingIP?.kind !== 'address') return;
      const { address } = endpoint.floatingIP;
      if (isAddress(address, 4)) return;
      const host = hostOf(address);
      const isPlain = host !== undefined && isAddress(host, 4);
      refuse(
        { path, prop: 'endpoint.floatingIP' },
        {
          given: address,
          allowed: 'an IPv4 address',
          fix: isPlain
            ? `write FloatingIP.fromAddress('${host}')`
            : 'write a floating IP of the project, such as "203.0.113.10"',
        },
      );
    },
  },
];

/** Rules on the port of the API server. */
export const API_PORT_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'api-server-port-open',
    reason:
      'Managed security groups open port 6443 to all addresses, even if the API server uses another port.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups_rules.go',
    check(cluster, refuse) {
      const { path, apiServerPort: port, securityGroups, serviceCidrs } = cluster;
      if (port === USUAL_API_PORT || securityGroups.kind !== 'managed') return;
      const isOpen = securityGroups.rules.some(
        (rule) => opensPort(rule, port) && letsMachinesIn(rule, cluster),
      );
      if (isOpen) return;
      // API servers advertise an address of the same family as the first service range.
      const [family, world] = isMainlyIPv6(serviceCidrs)
        ? ["etherType: 'IPv6', ", '::/0']
        : ['', '0.0.0.0/0'];
      refuse(
        { path, prop: 'apiServerPort' },
        {
          given: port,
          allowed: `${USUAL_API_PORT}, or a port that one of securityGroups.rules opens to the machines`,
          fix: `add { name: 'api-server', scope: 'controlPlane', ${family}protocol: 'tcp', ports: ${port}, from: RulePeer.cidr('${world}') } to securityGroups.rules`,
        },
      );
    },
  },
];

function opensPort(rule: SecurityRuleModel, port: number): boolean {
  const { scope, direction, protocol, portRangeMin = 0, portRangeMax = 65_535 } = rule;
  if (scope === 'workers' || direction !== 'ingress') return false;
  if (protocol !== undefined && protocol !== 'tcp' && protocol !== '6') return false;
  return portRangeMin <= port && port <= portRangeMax;
}

/** Tells whether a rule lets nodes, and load balancers in the machines' subnet, reach the API servers. */
function letsMachinesIn(
  { peer, etherType }: SecurityRuleModel,
  { network, podCidrs, endpoint }: OpenStackCluster,
): boolean {
  const family = etherType === 'IPv4' ? 4 : 6;
  if (endpoint.kind === 'machine') return etherType === 'IPv4' && isFromOutside(peer, network);
  if (!usedFamilies(network, podCidrs).has(family)) return false;
  if (peer.kind === 'groups') return peer.groups.some((group) => group !== 'bastion');
  if (peer.kind === 'group' || isElsewhere(endpoint)) return true;
  const from = tryParseCidr(peer.cidr);
  const ranges = parseCidrs(nodeRanges(network));
  const own = ranges.filter((range) => range.family === family);
  return from === undefined || own.length === 0 || own.some((range) => cidrsOverlap(range, from));
}

/**
 * Tells whether a rule allows connections through a floating IP.
 *
 * Nodes then connect from the address of their router, like clients from outside.
 */
function isFromOutside(peer: SecurityRuleModel['peer'], network: OpenStackNetwork): boolean {
  if (peer.kind !== 'cidr') return false;
  const from = tryParseCidr(peer.cidr);
  return (
    from === undefined || !parseCidrs(nodeRanges(network)).some((own) => rangeContains(own, from))
  );
}

/** Tells whether connections can come from an address outside the machines' subnets. */
function isElsewhere(endpoint: OpenStackEndpoint): boolean {
  if (endpoint.kind === 'external') return true;
  if (endpoint.kind !== 'managed') return false;
  return (endpoint.vipNetwork ?? endpoint.vipSubnetId) !== undefined;
}
