import { Cni } from '../../../../../lib/addons/model/cni';
import { provisionedCluster, provisionedNetwork } from '../../../../support/provisioned';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const VXLAN = Cni.calico({ encapsulation: 'vxlan' }).model;

/** Examples of rules on the sizes of packets. */
export const MTU_CASES: readonly RuleCase[] = [
  {
    rule: 'network-mtu',
    broken: managed(500),
    sound: managed(1442),
    says: `mothership/demo: network.mtu is 500
  allowed: an integer from 576 to 65535 bytes
  fix: leave it out to use the largest MTU that the cloud allows`,
  },
  {
    rule: 'network-mtu',
    broken: adopted(1450.5),
    sound: adopted(1450),
    says: `mothership/demo: network.mtu is 1450.5
  allowed: an integer from 576 to 65535 bytes
  fix: write the MTU of the network, such as 1450`,
  },
  {
    rule: 'network-mtu',
    broken: dual(1279),
    sound: dual(1280),
    says: `mothership/demo: network.mtu is 1279
  allowed: an integer from 1280 to 65535 bytes
  fix: leave it out to use the largest MTU that the cloud allows`,
  },
  {
    rule: 'network-mtu',
    broken: adopted(1279, { nodeCidrIPv6: 'fd00:8::/64' }),
    sound: adopted(1280, { nodeCidrIPv6: 'fd00:8::/64' }),
    says: `mothership/demo: network.mtu is 1279
  allowed: an integer from 1280 to 65535 bytes
  fix: write the MTU of the network, such as 1450`,
  },
  {
    rule: 'pod-mtu',
    broken: { ...managed(600), cni: VXLAN },
    sound: { ...managed(626), cni: VXLAN },
    says: `mothership/demo: network.mtu is 600
  allowed: at least 626 bytes: 576 bytes for packets of pods, 50 bytes for their encapsulation
  fix: write 626 or more`,
  },
];

function managed(mtu: number) {
  const network = { kind: 'managed', nodeCidr: '10.8.0.0/24', dnsNameservers: [] } as const;
  return cluster({ network: { ...network, allocationPools: [], mtu } });
}

function adopted(mtu: number, rest: { readonly nodeCidrIPv6?: string } = {}) {
  const network = { filter: { name: 'tenant' } };
  return cluster({ network: { kind: 'adopted', network, subnets: [], mtu, ...rest } });
}

function dual(mtu: number) {
  return provisionedCluster({ network: provisionedNetwork({ nodeCidrIPv6: 'fd00:8::/64', mtu }) });
}
