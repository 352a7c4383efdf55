import { leaveOut, write } from '../../base/fix';
import { isEmptyObject } from '../../base/has-keys';
import { minorOf } from '../../base/kubernetes-version';
import type { Place, Refuse, Rule } from '../../base/rule';
import type { KubeadmPatchModel, PatchOperation } from '../model/kubeadm-patch';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

const COREDNS_MINOR = 31;
const POOL_TARGET = 'kubeletconfiguration';
const POINTER = /^(\/([^~]|~[01])*)?$/;
const MOST_PATCHES = 100;
const PATCHES = 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/util/patches/patches.go';

/** Rules on kubeadm patches of control planes. */
export const KUBEADM_PATCH_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'patch-target-version',
    reason: 'An older kubeadm ignores patch files for targets that it does not support.',
    source: 'kubernetes/kubernetes@v1.31.0:cmd/kubeadm/app/util/patches/patches.go',
    check({ cluster, controlPlane: { path, patches } }, refuse) {
      const minor = minorOf(cluster.kubernetesVersion) ?? COREDNS_MINOR;
      patches.forEach(({ target }, index) => {
        if (target !== 'corednsdeployment' || minor >= COREDNS_MINOR) return;
        refuse(
          { path, prop: `patches[${index}].target` },
          {
            given: target,
            allowed: `other targets; this one requires Kubernetes 1.${COREDNS_MINOR} or newer`,
            fix: leaveOut({
              prop: `patches[${index}]`,
              begins: 'leave the patch out',
              or: 'upgrade Kubernetes first',
            }),
          },
        );
      });
    },
  },
  {
    id: 'patch-target-absent',
    reason: 'With an external etcd, kubeadm writes no etcd pod, and the patch has no effect.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/phases/etcd/local.go',
    check({ controlPlane: { path, patches, etcd } }, refuse) {
      if (etcd?.kind !== 'external') return;
      patches.forEach(({ target }, index) => {
        if (target !== 'etcd') return;
        refuse(
          { path, prop: `patches[${index}].target` },
          {
            given: target,
            allowed: 'other targets; this one requires a local etcd',
            fix: leaveOut({ prop: `patches[${index}]`, begins: 'leave the patch out' }),
          },
        );
      });
    },
  },
  {
    id: 'patch-contents',
    reason:
      'kubeadm fails on a patch that it cannot parse, and the machine does not become a node.',
    source: PATCHES,
    check({ controlPlane: { path, patches } }, refuse) {
      checkContents(path, patches, refuse);
    },
  },
  {
    id: 'patch-count',
    reason:
      'Patches are ordered by two digits in their file names, which allow at most 100 patches.',
    source: PATCHES,
    check({ controlPlane: { path, patches } }, refuse) {
      checkCount(path, patches, refuse);
    },
  },
];

/** Rules on kubeadm patches of pools. */
export const POOL_PATCH_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-patch-target',
    reason:
      'Workers have none of the other targets, and Windows does not have the patch directory.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/cmd/phases/join/kubelet.go',
    check({ pool: { path, os, patches = [] } }, refuse) {
      if (os === 'windows') {
        refuse(
          { path, prop: 'patches' },
          {
            given: patches.map(({ target }) => target),
            allowed: 'none in a Windows pool',
            fix: 'leave them out, and use kubeletExtraArgs',
          },
        );
        return;
      }
      patches.forEach(({ target }, index) => {
        if (target === POOL_TARGET) return;
        refuse(
          { path, prop: `patches[${index}].target` },
          {
            given: target,
            allowed: JSON.stringify(POOL_TARGET),
            fix: 'move the patch to patches of the control plane',
          },
        );
      });
    },
  },
  {
    id: 'pool-patch-contents',
    reason:
      'kubeadm fails on a patch that it cannot parse, and the machine does not become a node.',
    source: PATCHES,
    check({ pool: { path, patches = [] } }, refuse) {
      checkContents(path, patches, refuse);
    },
  },
  {
    id: 'pool-patch-count',
    reason:
      'Patches are ordered by two digits in their file names, which allow at most 100 patches.',
    source: PATCHES,
    check({ pool: { path, patches = [] } }, refuse) {
      checkCount(path, patches, refuse);
    },
  },
];

function checkContents(path: string, patches: readonly KubeadmPatchModel[], refuse: Refuse): void {
  patches.forEach((one, index) => {
    const prop = `patches[${index}].patch`;
    if (isEmptyObject(one.patch)) {
      const fix = leaveOut({ prop: `patches[${index}]` });
      refuse({ path, prop }, { given: one.patch, allowed: 'at least one change', fix });
    }
    if (one.type !== 'json') return;
    one.patch.forEach((step, at) => {
      checkStep({ path, prop: `${prop}[${at}]` }, step, refuse);
    });
  });
}

function checkCount(path: string, { length }: readonly unknown[], refuse: Refuse): void {
  if (length <= MOST_PATCHES) return;
  refuse(
    { path, prop: 'patches.length' },
    {
      given: length,
      allowed: `at most ${MOST_PATCHES} patches`,
      fix: 'merge the patches with the same target',
    },
  );
}

function checkStep({ path, prop }: Place, step: PatchOperation, refuse: Refuse): void {
  if ('from' in step) checkPointer({ path, prop: `${prop}.from` }, step.from, refuse);
  checkPointer({ path, prop: `${prop}.path` }, step.path, refuse);
}

function checkPointer(place: Place, pointer: string, refuse: Refuse): void {
  if (POINTER.test(pointer)) return;
  const better = pointer.replace(/^\/?/, '/').replaceAll('.', '/');
  refuse(place, {
    given: pointer,
    allowed: 'a JSON pointer, such as "/spec/containers/0/image"',
    fix: write(better),
  });
}
