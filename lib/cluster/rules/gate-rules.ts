import type { Refuse, Rule } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import type { ConditionGate } from '../model/condition-gate';
import type { MachineSubject } from './subjects';

const MOST_GATES = 32;
const MOST_TYPE = 316;
const TYPE =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Rules on the conditions that a Machine needs to be ready. */
export const READINESS_GATE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'readiness-gates',
    reason: 'Cluster API identifies a condition by its type, and accepts at most 32 of them.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinedeployments.yaml',
    check({ machine: { path, readinessGates = [] } }, refuse) {
      checkGates(path, 'readinessGates', readinessGates, refuse);
    },
  },
];

/** Rules on the conditions that a cluster needs to be available. */
export const AVAILABILITY_GATE_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'availability-gates',
    reason: 'Cluster API identifies a condition by its type, and accepts at most 32 of them.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_clusters.yaml',
    check({ path, availabilityGates = [] }, refuse) {
      checkGates(path, 'availabilityGates', availabilityGates, refuse);
    },
  },
];

function checkGates(
  path: string,
  prop: string,
  gates: readonly ConditionGate[],
  refuse: Refuse,
): void {
  const seen = new Set<string>();
  for (const { conditionType } of gates) {
    const isType = TYPE.test(conditionType) && conditionType.length <= MOST_TYPE;
    if (!isType || seen.has(conditionType)) {
      refuse(
        { path, prop },
        {
          given: conditionType,
          allowed: 'each condition type only once, such as "example.org/GpuReady"',
          fix: isType ? 'leave one of the two out' : 'leave the condition out',
        },
      );
    }
    seen.add(conditionType);
  }
  if (gates.length <= MOST_GATES) return;
  refuse(
    { path, prop: `${prop}.length` },
    {
      given: gates.length,
      allowed: `at most ${MOST_GATES} conditions`,
      fix: `leave ${gates.length - MOST_GATES} out`,
    },
  );
}
