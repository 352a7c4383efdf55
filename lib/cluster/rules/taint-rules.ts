import { type Fix, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { Taint } from '../model/machine';
import { compareMinors } from '../model/profile';
import { keyFix } from './label-rules';
import {
  isLabelKey,
  isLabelValue,
  LABEL_KEY_WORDS,
  LABEL_VALUE_WORDS,
  toLabelValue,
} from './names';
import type { MachineSubject } from './subjects';

const PROPAGATION_SINCE = '1.12';
const MOST_TAINTS = 64;
const TAINTS = 'CAPI@v1.14.0:internal/util/taints/validation.go';
const KUBERNETES_TAINTS = 'kubernetes/kubernetes@master:staging/src/k8s.io/api/core/v1/types.go';
const OUT_OF_SERVICE = 'node.kubernetes.io/out-of-service';
const EFFECTS: readonly Taint['effect'][] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
const RESERVED_KEYS = new Set([
  'node.cluster.x-k8s.io/uninitialized',
  'node.cluster.x-k8s.io/outdated-revision',
  'node-role.kubernetes.io/master',
]);
const RESERVED_DOMAINS = ['node.kubernetes.io/', 'node.cloudprovider.kubernetes.io/'];

/** Suggests the effect that is likely meant, if no other taint of the key has it. */
function effectFix(effect: string, taints: readonly Taint[], key: string): Fix {
  const taken = taints.filter((one) => one.key === key).map((one) => String(one.effect));
  const free = EFFECTS.filter((one) => !taken.includes(one));
  const better = closestWord(effect, free) ?? free[0];
  return better === undefined
    ? leaveOut({ prop: `taints[${JSON.stringify(key)}]`, begins: 'leave the taint out' })
    : write(better);
}

/** Rules on the taints of nodes. */
export const TAINT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'taint-key',
    reason: 'The API server rejects invalid keys.',
    source: KUBERNETES_TAINTS,
    check({ machine: { path, taints = [] } }, refuse) {
      for (const { key } of taints) {
        if (isLabelKey(key)) continue;
        refuse(
          { path, prop: 'taints' },
          { given: key, allowed: `keys: ${LABEL_KEY_WORDS}`, fix: keyFix(key) },
        );
      }
    },
  },
  {
    id: 'taint-value',
    reason: 'The API server rejects invalid values.',
    source: KUBERNETES_TAINTS,
    check({ machine: { path, taints = [] } }, refuse) {
      for (const { key, value } of taints) {
        if (value === undefined || isLabelValue(value)) continue;
        refuse(
          { path, prop: `taints[${JSON.stringify(key)}].value` },
          {
            given: value,
            allowed: LABEL_VALUE_WORDS,
            fix: write(toLabelValue(value)),
          },
        );
      }
    },
  },
  {
    id: 'taint-effect',
    reason: 'A kubelet that is configured to set such a taint does not start.',
    source: KUBERNETES_TAINTS,
    check({ machine: { path, taints = [] } }, refuse) {
      for (const { key, effect } of taints) {
        if (EFFECTS.includes(effect)) continue;
        refuse(
          { path, prop: `taints[${JSON.stringify(key)}].effect` },
          {
            given: effect,
            allowed: quotedList(EFFECTS),
            fix: effectFix(String(effect), taints, key),
          },
        );
      }
    },
  },
  {
    id: 'taint-reserved',
    reason: 'Cluster API, kubelets and cloud controllers set and remove these taints themselves.',
    source: TAINTS,
    check({ machine: { path, taints = [] } }, refuse) {
      for (const { key } of taints) {
        if (!isReservedTaint(key)) continue;
        refuse(
          { path, prop: 'taints' },
          {
            given: key,
            allowed: 'keys that no controller owns',
            fix: write(`example.org/${key.slice(key.indexOf('/') + 1)}`, {
              ends: ' with your own domain, or leave it out',
            }),
          },
        );
      }
    },
  },
  {
    id: 'taint-distinct',
    reason: 'A node can have only one taint of each key and effect.',
    source: TAINTS,
    check({ machine: { path, taints = [] } }, refuse) {
      if (taints.length < 2) return;
      const seen = new Map<string, Taint>();
      for (const taint of taints) {
        const id = `${taint.key}:${taint.effect}`;
        const first = seen.get(id);
        if (first === undefined) {
          seen.set(id, taint);
          continue;
        }
        refuse(
          { path, prop: 'taints' },
          {
            given: taint,
            allowed: 'one taint of each key and effect',
            fix:
              first.value === taint.value ? 'leave one of the two out' : 'keep one of the values',
          },
        );
      }
    },
  },
  {
    id: 'taint-count',
    reason: 'Cluster API accepts at most 64 taints.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinedeployments.yaml',
    check({ machine: { path, taints = [] } }, refuse) {
      if (taints.length <= MOST_TAINTS) return;
      refuse(
        { path, prop: 'taints.length' },
        {
          given: taints.length,
          allowed: `at most ${MOST_TAINTS} taints`,
          fix: 'use one taint for a group of pods',
        },
      );
    },
  },
  {
    id: 'taint-propagation-version',
    reason: 'Older releases have no field for taints of machines.',
    source: 'CAPI@v1.12.11:core/config/crd/bases/cluster.x-k8s.io_machinedeployments.yaml',
    check({ cluster, machine: { path, propagateTaints = false } }, refuse) {
      const { clusterApi } = cluster.profile;
      if (!propagateTaints || compareMinors(clusterApi, PROPAGATION_SINCE) >= 0) return;
      refuse(
        { path, prop: 'propagateTaints' },
        {
          given: true,
          allowed: `false with Cluster API ${clusterApi}; true with ${PROPAGATION_SINCE} or later`,
          fix: "leave it out, or use Providers.stable('1.13', { featureGates: { machineTaintPropagation: true } })",
        },
      );
    },
  },
  {
    id: 'taint-propagation-gate',
    reason: 'The webhook rejects taints of machines while the gate is off, which is the default.',
    source: TAINTS,
    check({ cluster, machine: { path, propagateTaints = false } }, refuse) {
      const { clusterApi, featureGates } = cluster.profile;
      if (!propagateTaints || compareMinors(clusterApi, PROPAGATION_SINCE) < 0) return;
      if (featureGates.machineTaintPropagation === true) return;
      refuse(
        { path, prop: 'propagateTaints' },
        {
          given: true,
          allowed: 'true with the feature gate machineTaintPropagation',
          fix: leaveOut({
            or: 'enable the gate and add featureGates: { machineTaintPropagation: true } to the options of Providers',
          }),
        },
      );
    },
  },
];

/** Tells whether a taint with a key belongs to Kubernetes, Cluster API or a cloud controller. */
export function isReservedTaint(key: string): boolean {
  if (RESERVED_KEYS.has(key)) return true;
  return key !== OUT_OF_SERVICE && RESERVED_DOMAINS.some((domain) => key.startsWith(domain));
}
