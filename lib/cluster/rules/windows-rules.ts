import { call, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ImageLookup } from '../../openstack/model/lookup';
import type { ClusterModel } from '../model/cluster';
import { MOST_WINDOWS_POOL_NAME } from '../model/windows';
import { betterNames, isDnsLabel, toDnsLabel } from './names';
import type { PoolSubject } from './subjects';

const WINDOWS =
  'kubernetes/website@main:content/en/docs/tasks/administer-cluster/kubeadm/adding-windows-nodes.md';

/** Rules on pools with Windows. */
export const WINDOWS_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-pool-name',
    reason:
      'Windows has names of 15 characters, of which Cluster API takes six to tell machines apart.',
    source: 'CAPI@v1.14.0:internal/topology/names/names.go',
    check({ cluster, pool: { path, name } }, refuse) {
      if (name.length <= MOST_WINDOWS_POOL_NAME || !isDnsLabel(name)) return;
      const better = betterNames(
        cluster.pools.map((pool) => pool.name),
        (one) => one.length <= MOST_WINDOWS_POOL_NAME,
        (one, taken) => toDnsLabel(one, MOST_WINDOWS_POOL_NAME, taken),
      );
      refuse(
        { path, prop: 'name' },
        {
          given: name,
          allowed: `at most ${MOST_WINDOWS_POOL_NAME} characters in a pool with Windows`,
          fix: nameIt(better.get(name) ?? 'win'),
        },
      );
    },
  },
  {
    id: 'windows-image',
    reason: 'The image of the control plane has Linux on it.',
    source: WINDOWS,
    check({ cluster, pool: { path, image } }, refuse) {
      if (JSON.stringify(image) !== JSON.stringify(cluster.controlPlane.image)) return;
      refuse(
        { path, prop: 'image' },
        {
          given: givenImage(image),
          allowed: 'an image with Windows, which that of the control plane is not',
          fix: 'write image: MachineImage.named(…) in the pool',
        },
      );
    },
  },
  {
    id: 'windows-format',
    reason: 'Images with Windows have cloudbase-init, which cannot read what Ignition reads.',
    source: WINDOWS,
    check({ pool: { path, bootstrap } }, refuse) {
      if (bootstrap.format.kind !== 'ignition') return;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: 'ignition',
          allowed: 'cloudInit in a pool with Windows',
          fix: 'write bootstrap: { format: MachineFormat.cloudInit() } in the pool',
        },
      );
    },
  },
  {
    id: 'windows-cni',
    reason:
      'Nodes with Windows reach pods of others by VXLAN, and neither by IP-in-IP nor by eBPF.',
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
          allowed: `a pool with Windows where Calico wraps packets in VXLAN, not ${wrapping(cni)}`,
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

function isSame(one: ClusterModel['cni'], other: ClusterModel['cni']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function wrapping(cni: ClusterModel['cni']): string {
  if (cni === undefined) return 'with a network plugin that is not known';
  return cni.kind === 'calico' ? `with ${cni.encapsulation}` : 'with Cilium';
}

function givenImage(image: ImageLookup): unknown {
  if ('id' in image) return image.id;
  if ('imageRef' in image) return image.imageRef.name;
  return image.filter.name ?? image.filter.tags;
}
