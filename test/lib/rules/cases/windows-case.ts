import type { ClusterModel } from '../../../../lib/model/cluster';
import { Cni } from '../../../../lib/model/cni';
import type { PoolModel } from '../../../../lib/model/node-pool';
import { withPool } from '../rule-case';

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
