import { isEmptyObject } from './has-keys';
import { checkWord } from './known-word';
import type { Place, Refuse, Rule } from './rule';
import type { ControlPlaneSubject } from './subjects';

const TARGETS = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'etcd',
  'kubeletconfiguration',
];
const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];
const POINTER = /^(\/([^~]|~[01])*)?$/;
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
        one.patch.forEach((step, at) => {
          checkStep({ path, prop: `${prop}[${at}]` }, step, refuse);
        });
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

/** What is typed for a step, which in plain JavaScript may be anything. */
type Step = Partial<Record<'op' | 'path' | 'from' | 'value', unknown>>;

function checkStep({ path, prop }: Place, { ...step }: Step, refuse: Refuse): void {
  const { op } = step;
  checkWord({ path, prop: `${prop}.op` }, typeof op === 'string' ? op : '', OPERATIONS, refuse);
  const isMove = op === 'move' || op === 'copy';
  for (const field of isMove ? (['from', 'path'] as const) : (['path'] as const)) {
    checkPointer({ path, prop: `${prop}.${field}` }, step[field], refuse);
  }
  if (isMove || op === 'remove' || step.value !== undefined || !isOperation(op)) return;
  refuse(
    { path, prop: `${prop}.value` },
    {
      given: undefined,
      allowed: `a value to ${op}`,
      fix: op === 'replace' ? 'write a value, or op: "remove"' : 'write a value',
    },
  );
}

function isOperation(op: unknown): boolean {
  return typeof op === 'string' && OPERATIONS.includes(op);
}

function checkPointer(place: Place, pointer: unknown, refuse: Refuse): void {
  if (typeof pointer === 'string' && POINTER.test(pointer)) return;
  const better = typeof pointer === 'string' ? pointer : '';
  refuse(place, {
    given: pointer,
    allowed: 'JSON pointers, such as "/spec/containers/0/image"',
    fix:
      better === ''
        ? 'write where it is'
        : `write ${JSON.stringify(better.replace(/^\/?/, '/').replaceAll('.', '/'))}`,
  });
}
