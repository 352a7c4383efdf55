import { call, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { PoolSubject } from '../../cluster/rules/subjects';
import type { EquippedCluster } from '../model/cluster';

/** Rules on the network plugin of clusters with Windows pools. */
export const WINDOWS_CNI_RULES: readonly Rule<PoolSubject<EquippedCluster>>[] = [
  {
    id: 'windows-cni',
    reason: 'Windows nodes reach pods on other nodes over VXLAN, but not over IP-in-IP or eBPF.',
    source: 'projectcalico/calico@v3.30.2:node/windows-packaging/README.md',
    check({ cluster, pool: { path } }, refuse) {
      const { cni } = cluster;
      if (cni?.kind === 'calico' && cni.encapsulation === 'vxlan') return;
      const addon = cluster.addons.find(
        (one) => one.cni?.kind === 'calico' && isSame(one.cni, cni),
      );
      refuse(
        { path, prop: 'os' },
        {
          given: 'windows',
          allowed: `a Windows pool in a cluster with Calico and VXLAN, not ${wrapping(cni)}`,
          fix:
            addon === undefined
              ? write(call('Cni.calico', { encapsulation: 'vxlan' }), {
                  path: cluster.path,
                  prop: 'cni',
                  begins: 'set up Calico for VXLAN, and write cni:',
                  ends: ' in the cluster',
                })
              : write('vxlan', {
                  path: addon.path,
                  prop: 'encapsulation',
                  begins: 'write encapsulation:',
                  ends: ` in ${addon.path}`,
                }),
        },
      );
    },
  },
];

function isSame(one: EquippedCluster['cni'], other: EquippedCluster['cni']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function wrapping(cni: EquippedCluster['cni']): string {
  if (cni === undefined) return 'with an unknown network plugin';
  return cni.kind === 'calico' ? `with ${cni.encapsulation}` : 'with Cilium';
}
