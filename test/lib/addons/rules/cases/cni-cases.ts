import type { CalicoEncapsulation } from '../../../../../lib/addons/model/cni';
import { addonModel } from '../../../../support/models';
import { cluster, type RuleCase, UNKNOWN_NETWORK } from '../../../assembly/rule-case';

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
  allowed: "vxlan" or "none" where pods have only IPv6 addresses
  fix: write encapsulation: "vxlan"`,
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
  allowed: "vxlan" or "none" where pods have only IPv6 addresses
  fix: write encapsulation: "vxlan"`,
  },
  {
    rule: 'calico-manifest-family',
    broken: cluster({ ...BOTH, cni: calico('vxlan'), addons: [carrying('false')] }),
    sound: cluster({ ...BOTH, cni: calico('vxlan'), addons: [carrying('true')] }),
    says: `mothership/demo/calico: manifest is "FELIX_IPV6SUPPORT: \\"false\\""
  allowed: manifests that give pods addresses from fd00:10::/56
  fix: set FELIX_IPV6SUPPORT, IP6 and assign_ipv6 in them as Calico documents for IPv6, or use CalicoManifest.release(), which is set up for IPv6`,
  },
  {
    rule: 'calico-manifest-family',
    broken: cluster({ ...IPV6, cni: calico('vxlan'), addons: [carrying('false')] }),
    sound: cluster({ cni: calico('vxlan'), addons: [carrying('false')] }),
    says: `mothership/demo/calico: manifest is "FELIX_IPV6SUPPORT: \\"false\\""
  allowed: manifests that give pods addresses from fd00:10::/56
  fix: set FELIX_IPV6SUPPORT, IP6 and assign_ipv6 in them as Calico documents for IPv6, or use CalicoManifest.release(), which is set up for IPv6`,
  },
];

/** Calico with manifests of the user's that switch IPv6 on or off. */
function carrying(support: 'true' | 'false') {
  const text = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: calico-node
spec:
  template:
    spec:
      containers:
        - env:
            - name: FELIX_IPV6SUPPORT
              value: "${support}"
`;
  return addonModel({ name: 'calico', type: 'calico', carriedTexts: [text] });
}

function calico(encapsulation: CalicoEncapsulation) {
  return { kind: 'calico', encapsulation, bgp: true, typha: false } as const;
}
