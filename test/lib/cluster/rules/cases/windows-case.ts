import { Cni } from '../../../../../lib/addons/model/cni';
import type { ClusterModel } from '../../../../../lib/cluster/model/cluster';
import type { PoolModel } from '../../../../../lib/cluster/model/node-pool';
import { withPool } from '../../../assembly/rule-case';

/** Network plugin that reaches nodes with Windows. */
export const VXLAN = { cni: Cni.calico({ encapsulation: 'vxlan' }).model };

/** Cluster `demo` with a pool `win` with Windows. */
export function windows(
  pool: Partial<PoolModel>,
  rest: Partial<ClusterModel> = VXLAN,
): ClusterModel {
  const image = { filter: { name: 'windows-2022-kube-v1.32.4' } };
  return withPool({ name: 'win', os: 'windows', image, ...pool }, rest);
}
