import type { Chart } from 'cdk8s';
import { toDnsLabel } from '../lib/cluster/rules/names';
import type { ChartPlace } from '../lib/output/user-charts';
import { ManagementCluster } from './management-cluster';

/** Maximum length of a file name, with room for a suffix. */
const LONGEST_NAME = 200;

/** Returns the place of a chart in a management cluster: its folder and the names of its scopes there. */
export function chartPlace(chart: Chart): ChartPlace | undefined {
  const { scopes } = chart.node;
  const index = scopes.findIndex((scope) => scope instanceof ManagementCluster);
  const managementCluster = scopes[index];
  if (managementCluster === undefined) return undefined;
  const ids = scopes.slice(index + 1).map((scope) => scope.node.id);
  const name = toDnsLabel(ids.join('-').replace(/^[^A-Za-z]+/, ''), LONGEST_NAME) ?? 'chart';
  return { managementCluster: managementCluster.node.id, name };
}
