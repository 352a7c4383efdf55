import type { CalicoEncapsulation } from '../../../../lib/model/cni';
import { addonModel } from '../../../support/models';
import { cluster, type RuleCase, UNKNOWN_NETWORK } from '../rule-case';

const IPV6 = {
  network: UNKNOWN_NETWORK,
  podCidrs: ['fd00:10::/56'],
  serviceCidrs: ['fd00:20::/112'],
};
const BOTH = {
  network: UNKNOWN_NETWORK,
  podCidrs: ['192.168.0.0/16', 'fd00:10::/56'],
  serviceCidrs: ['10.96.0.0/12', 'fd00:20::/112'],
};

/** Examples of rules on network plugins. */
export const CNI_CASES: readonly RuleCase[] = [
  {
    rule: 'calico-encapsulation-family',
    broken: cluster({ ...IPV6, cni: calico('ipip') }),
    sound: cluster({ ...IPV6, cni: calico('vxlan') }),
    says: `mothership/demo: cni.encapsulation is "ipip"
  allowed: "vxlan" or "none" where pods have IPv6 addresses alone
  fix: write encapsulation: 'vxlan'`,
  },
  {
    rule: 'calico-encapsulation-family',
    broken: cluster({
      ...IPV6,
      cni: calico('ipip'),
      addons: [addonModel({ name: 'calico', cni: calico('ipip') })],
    }),
    sound: cluster({ ...BOTH, cni: calico('ipip') }),
    says: `mothership/demo/calico: encapsulation is "ipip"
  allowed: "vxlan" or "none" where pods have IPv6 addresses alone
  fix: write encapsulation: 'vxlan'`,
  },
];

function calico(encapsulation: CalicoEncapsulation) {
  return { kind: 'calico', encapsulation, bgp: true, typha: false } as const;
}
