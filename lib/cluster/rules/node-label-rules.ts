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

/** What a label of nodes may say, by what the pool says in another way; empty for nothing. */
interface Allowed {
  readonly values: readonly string[];
  readonly because: string;
}

/** Rules on labels of nodes that say what the pool says as well. */
export const NODE_LABEL_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'node-label-contradicts',
    reason:
      'A kubelet puts such a label in place of its own, by which pods and the autoscaler then take nodes for what they are not.',
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

/** What a label may say; undefined where the pool says nothing else of it. */
function allowedValues(key: string, pool: PoolModel): Allowed | undefined {
  const { os = 'linux', failureDomain, failureDomains } = pool;
  switch (OLD_LABELS[key] ?? key) {
    case HOSTNAME_LABEL:
      return { values: [], because: 'a name for each node, which its kubelet sets' };
    case OS_LABEL:
      return { values: [os], because: `"${os}", which the pool has as its os` };
    case ZONE_LABEL: {
      const zones = failureDomains ?? (failureDomain === undefined ? [] : [failureDomain]);
      if (zones.length === 0) return undefined;
      return zones.length === 1
        ? { values: zones, because: `"${zones[0]}", which is the zone of the pool` }
        : { values: [], because: 'the zone of each node, of which the pool has several' };
    }
    default:
      return undefined;
  }
}
