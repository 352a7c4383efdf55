import { tryParseCidr } from '../../base/cidr';
import { write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { EquippedCluster } from '../model/cluster';

/** Variable of the released manifests that is set to false on the next line. */
const WITHOUT_IPV6 =
  /^[ \t]*- name: ["']?FELIX_IPV6SUPPORT["']?[ \t]*\r?\n[ \t]*value: ["']?false/m;

/** Rules on the network plugin of a cluster. */
export const CNI_RULES: readonly Rule<EquippedCluster>[] = [
  {
    id: 'calico-encapsulation-family',
    reason: 'IP-in-IP carries only IPv4, and Calico rejects it for an IPv6 range.',
    source: 'projectcalico/calico@v3.30.2:libcalico-go/lib/validator/v3/validator.go',
    check({ path, cni, podCidrs, addons }, refuse) {
      if (cni?.kind !== 'calico' || cni.encapsulation !== 'ipip') return;
      const families = podCidrs.map((cidr) => tryParseCidr(cidr)?.family);
      if (families.length === 0 || families.some((family) => family !== 6)) return;
      const addon = addons.find(
        ({ cni: own }) => own?.kind === 'calico' && own.encapsulation === 'ipip',
      );
      refuse(
        addon === undefined
          ? { path, prop: 'cni.encapsulation' }
          : { path: addon.path, prop: 'encapsulation' },
        {
          given: cni.encapsulation,
          allowed: '"vxlan" or "none" where pods have only IPv6 addresses',
          fix: write('vxlan', { begins: 'write encapsulation:' }),
        },
      );
    },
  },
  {
    id: 'calico-manifest-family',
    reason:
      'Your own manifests are applied unchanged, and pods get no IPv6 addresses if they disable IPv6.',
    source: 'projectcalico/calico@v3.30.2:manifests/calico.yaml',
    check({ podCidrs, addons }, refuse) {
      const range = podCidrs.find((text) => tryParseCidr(text)?.family === 6);
      if (range === undefined) return;
      for (const { path, type, carriedTexts = [] } of addons) {
        if (type !== 'calico' || !carriedTexts.some((text) => WITHOUT_IPV6.test(text))) continue;
        refuse(
          { path, prop: 'manifest' },
          {
            given: 'FELIX_IPV6SUPPORT: "false"',
            allowed: `manifests that give pods addresses from ${range}`,
            fix: 'set FELIX_IPV6SUPPORT, IP6 and assign_ipv6 in them as Calico documents for IPv6, or use CalicoManifest.release(), which is set up for IPv6',
          },
        );
      }
    },
  },
];
