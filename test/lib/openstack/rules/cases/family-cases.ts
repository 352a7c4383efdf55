import type { OpenStackNetwork } from '../../../../../lib/openstack/model/network';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

type Adopted = Extract<OpenStackNetwork, { kind: 'adopted' }>;

const DUAL = {
  podCidrs: ['192.168.0.0/16', 'fd00:10::/56'],
  serviceCidrs: ['10.96.0.0/12'],
} as const;
const SIX = { podCidrs: ['fd00:10::/56'], serviceCidrs: ['fd00:20::/112'] } as const;
const ELSEWHERE = { endpoint: { kind: 'external', host: 'api.example' } } as const;
const [FIRST, SECOND] = [{ filter: { name: 'v4' } }, { filter: { name: 'v6' } }];

/** Examples of rules on address families. */
export const FAMILY_CASES: readonly RuleCase[] = [
  {
    rule: 'pod-families',
    broken: cluster(DUAL),
    sound: cluster(),
    says: `mothership/demo: network.podCidrs is ["192.168.0.0/16","fd00:10::/56"]
  allowed: ranges of IPv4, like the addresses of the machines
  fix: write ["192.168.0.0/16"], or use ClusterNetwork.provisioned({ … }) with nodeCidrIPv6, or adopt a network`,
  },
  {
    rule: 'pod-families',
    broken: provisionedCluster(DUAL),
    sound: provisionedCluster({
      ...DUAL,
      network: provisionedNetwork({ nodeCidrIPv6: 'fd00:8::/64' }),
    }),
    says: `mothership/demo: network.podCidrs is ["192.168.0.0/16","fd00:10::/56"]
  allowed: ranges of IPv4, like the addresses of the machines
  fix: write ["192.168.0.0/16"], or set nodeCidrIPv6 on the network`,
  },
  {
    rule: 'pod-families',
    broken: adopted({ subnets: [SECOND], nodeCidr: 'fd00:8::/64' }, ELSEWHERE),
    sound: adopted({ subnets: [SECOND], nodeCidr: 'fd00:8::/64' }, { ...SIX, ...ELSEWHERE }),
    says: `mothership/demo: network.podCidrs is ["192.168.0.0/16"]
  allowed: ranges of IPv6, like the addresses of the machines
  fix: list subnets of both families in network.subnets
mothership/demo: network.serviceCidrs is ["10.96.0.0/12"]
  allowed: ranges of IPv6, like the addresses of the machines
  fix: list subnets of both families in network.subnets`,
  },
  {
    rule: 'pod-families',
    broken: adopted({ subnets: [FIRST], nodeCidr: '10.8.0.0/24' }, DUAL),
    sound: adopted({ subnets: [FIRST, SECOND], nodeCidr: '10.8.0.0/24' }, DUAL),
    says: `mothership/demo: network.podCidrs is ["192.168.0.0/16","fd00:10::/56"]
  allowed: ranges of IPv4, like the addresses of the machines
  fix: write ["192.168.0.0/16"], or list subnets of both families in network.subnets`,
  },
  {
    rule: 'second-node-range-family',
    broken: adopted({ nodeCidrIPv6: '10.9.0.0/24' }, {}),
    sound: adopted({ nodeCidr: '10.8.0.0/24', nodeCidrIPv6: 'fd00:8::/64' }, DUAL),
    says: `mothership/demo: network.nodeCidrIPv6 is "10.9.0.0/24"
  allowed: an IPv6 range
  fix: write it as nodeCidr, and the IPv6 range here`,
  },
  {
    rule: 'second-node-range-family',
    broken: adopted({ nodeCidr: 'fd00:8::/64', nodeCidrIPv6: 'fd00:9::/64' }, SIX),
    says: `mothership/demo: network.nodeCidrIPv6 is "fd00:9::/64"
  allowed: an IPv6 range with an IPv4 range in nodeCidr
  fix: leave it out, or write the IPv4 range as nodeCidr`,
  },
];

function adopted(part: Partial<Adopted>, rest: Partial<AssembledCluster>): AssembledCluster {
  const network = { kind: 'adopted', network: { filter: { name: 'lan' } }, subnets: [] } as const;
  return cluster({ network: { ...network, ...part }, ...rest });
}
