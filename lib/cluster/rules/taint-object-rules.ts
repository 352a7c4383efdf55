import type { Fields } from '../../base/fields';
import type { Rule } from '../../base/rule';
import { mapsAt, valueAt } from '../../base/value-at';
import { type ObjectSubject, objectRule } from './object-rule';
import { isReservedTaint } from './taint-rules';

const VALIDATION = 'CAPI@v1.14.0:internal/util/taints/validation.go';
/** Paths to the taints of Machines, of objects that create Machines, and of control planes. */
const PLACES = [
  ['taints'],
  ['template', 'spec', 'taints'],
  ['machineTemplate', 'spec', 'taints'],
  ['machineTemplate', 'taints'],
] as const;
const CONTROL_PLANE_TAINT = 'node-role.kubernetes.io/control-plane';

/** Rules on taints that Cluster API propagates to nodes. */
export const TAINT_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-taint-gate',
    reason:
      'The webhook rejects taints of machines while the gate is off, which is the default, and always those of a MachinePool.',
    source: VALIDATION,
    check(spec, refuse, { object, profile }) {
      const isPool = object.kind === 'MachinePool';
      if (profile.featureGates.machineTaintPropagation === true && !isPool) return;
      for (const [field, given] of taintLists(spec)) {
        if (Array.isArray(given) && given.length === 0) continue;
        refuse(field, {
          given,
          allowed: isPool
            ? 'none; Cluster API does not propagate taints of a MachinePool'
            : 'none without the feature gate machineTaintPropagation',
          fix: 'set taints of the pool or the control plane instead',
        });
      }
    },
  }),
  objectRule({
    id: 'object-taint-reserved',
    reason: 'Some taints change with the state of a node, and their owners set them.',
    source: VALIDATION,
    check(spec, refuse, subject) {
      for (const [field] of taintLists(spec)) {
        for (const [{ key }, index] of mapsAt(spec, ...field.split('.').slice(1))) {
          if (typeof key !== 'string' || !isReserved(key, subject)) continue;
          refuse(`${field}[${index}].key`, {
            given: key,
            allowed: 'keys that belong neither to Kubernetes nor to Cluster API',
            fix: 'leave the taint out',
          });
        }
      }
    },
  }),
];

function taintLists(spec: Fields): readonly [string, unknown][] {
  return PLACES.flatMap((way): [string, unknown][] => {
    const given = valueAt(spec, ...way);
    return given === undefined ? [] : [[['spec', ...way].join('.'), given]];
  });
}

function isReserved(key: string, { object }: ObjectSubject): boolean {
  const isWorker = object.kind === 'MachineDeployment' || object.kind === 'MachineSet';
  return isReservedTaint(key) || (isWorker && key === CONTROL_PLANE_TAINT);
}
