import { Cni } from '../../../../../lib/addons/model/cni';
import type { AssembledCluster, AssembledPool } from '../../../../support/openstack-cluster';
import { withPool } from '../../../assembly/rule-case';

/** Network plugin that reaches nodes with Windows. */
export const VXLAN = { cni: Cni.calico({ encapsulation: 'vxlan' }).model };

/** Cluster `demo` with a pool `win` with Windows. */
export function windows(
  pool: Partial<AssembledPool>,
  rest: Partial<AssembledCluster> = VXLAN,
): AssembledCluster {
  const image = { filter: { name: 'windows-2022-kube-v1.32.4' } };
  return withPool({ name: 'win', os: 'windows', image, ...pool }, rest);
}
