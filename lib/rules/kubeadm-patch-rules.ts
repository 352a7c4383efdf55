import { isEmptyObject } from './has-keys';
import { checkWord } from './known-word';
import type { Rule } from './rule';
import type { ControlPlaneSubject } from './subjects';

const TARGETS = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubeletconfiguration',
];
const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];
const MOST_PATCHES = 100;
const PATCHES = 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/util/patches/patches.go';

/** Rules on patches of what kubeadm writes. */
export const KUBEADM_PATCH_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'patch-target',
    reason: 'kubeadm passes over files whose names begin with something else.',
    source: PATCHES,
    check({ controlPlane: { path, patches } }, refuse) {
      patches.forEach(({ target }, index) => {
        checkWord({ path, prop: `patches[${index}].target` }, target, TARGETS, refuse);
      });
    },
  },
  {
    id: 'patch-target-absent',
    reason: 'Where etcd is somewhere else kubeadm writes no pod of it, and patches nothing.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/phases/etcd/local.go',
    check({ controlPlane: { path, patches, etcd } }, refuse) {
      if (etcd?.kind !== 'external') return;
      patches.forEach(({ target }, index) => {
        if (target !== 'etcd') return;
        refuse(
          { path, prop: `patches[${index}].target` },
          { given: target, allowed: 'with a local etcd only', fix: 'leave the patch out' },
        );
      });
    },
  },
  {
    id: 'patch-contents',
    reason: 'kubeadm fails on a patch that it cannot read, and the machine does not start.',
    source: PATCHES,
    check({ controlPlane: { path, patches } }, refuse) {
      patches.forEach((one, index) => {
        const prop = `patches[${index}].patch`;
        if (isEmptyObject(one.patch)) {
          refuse({ path, prop }, { given: one.patch, allowed: 'a change', fix: 'leave it out' });
        }
        if (one.type !== 'json') return;
        for (const { op, path: pointer } of one.patch) {
          checkWord({ path, prop: `${prop}.op` }, op, OPERATIONS, refuse);
          if (/^(\/([^~]|~[01])*)?$/.test(pointer)) continue;
          const better = pointer.replace(/^\/?/, '/').replaceAll('.', '/');
          refuse(
            { path, prop: `${prop}.path` },
            {
              given: pointer,
              allowed: 'JSON pointers, such as "/spec/containers/0/image"',
              fix: `write ${JSON.stringify(better)}`,
            },
          );
        }
      });
    },
  },
  {
    id: 'patch-count',
    reason: 'Patches are ordered by two digits in the names of their files.',
    source: PATCHES,
    check({ controlPlane: { path, patches } }, refuse) {
      const { length } = patches;
      if (length <= MOST_PATCHES) return;
      refuse(
        { path, prop: 'patches.length' },
        {
          given: length,
          allowed: `at most ${MOST_PATCHES} patches`,
          fix: 'make one patch of those with the same target',
        },
      );
    },
  },
];
