import { tryParseCidr } from '../model/cidr';
import type { ClusterModel } from '../model/cluster';
import type { Rule } from './rule';

/** Rules on the network plugin of a cluster. */
export const CNI_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'calico-encapsulation-family',
    reason: 'IP-in-IP carries IPv4 alone, and Calico refuses it for a range of IPv6.',
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
          allowed: '"vxlan" or "none" where pods have IPv6 addresses alone',
          fix: "write encapsulation: 'vxlan'",
        },
      );
    },
  },
];
