import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { ZONE_LABEL } from '../model/node-labels';
import type { PoolModel } from '../model/node-pool';
import { OS_LABEL } from '../model/windows';
import type { PoolSubject } from './subjects';

const HOSTNAME_LABEL = 'kubernetes.io/hostname';
const KUBELET = 'kubernetes/kubernetes@master:pkg/kubelet/kubelet_node_status.go';
const OLD_LABELS: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/os': OS_LABEL,
  'failure-domain.beta.kubernetes.io/zone': ZONE_LABEL,
};

/** Values of a node label that do not contradict other props of the pool; empty for none. */
interface Allowed {
  readonly values: readonly string[];
  readonly because: string;
}

/** Rules on node labels that repeat other props of the pool. */
export const NODE_LABEL_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'node-label-contradicts',
    reason:
      'Such a label replaces the one that the kubelet sets, so pods and the autoscaler get wrong facts about the node.',
    source: KUBELET,
    check({ pool }, refuse) {
      for (const [key, value] of Object.entries(pool.nodeLabels)) {
        const allowed = allowedValues(key, pool);
        if (allowed === undefined || allowed.values.includes(value)) continue;
        refuse(
          { path: pool.path, prop: `labels[${JSON.stringify(key)}]` },
          { given: value, allowed: allowed.because, fix: leaveOut() },
        );
      }
    },
  },
];

/** Returns the allowed values of a label, or undefined if no other prop determines it. */
function allowedValues(key: string, pool: PoolModel): Allowed | undefined {
  const { os = 'linux', failureDomain, failureDomains } = pool;
  switch (OLD_LABELS[key] ?? key) {
    case HOSTNAME_LABEL:
      return { values: [], because: 'none; the kubelet sets a name for each node' };
    case OS_LABEL:
      return { values: [os], because: `"${os}", the os of the pool` };
    case ZONE_LABEL: {
      const zones = failureDomains ?? (failureDomain === undefined ? [] : [failureDomain]);
      if (zones.length === 0) return undefined;
      return zones.length === 1
        ? { values: zones, because: `"${zones[0]}", the zone of the pool` }
        : { values: [], because: 'none; the pool has several zones' };
    }
    default:
      return undefined;
  }
}
