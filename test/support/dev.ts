import {
  DevCloud,
  type DevCloudProps,
  type NodePoolProps,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';
import { OTHERWISE, testFleet } from './fleets';

/** Props of a cluster of containers, or of machines in memory, for a test. */
export interface DevProgram {
  /** Props of the cloud; `docker` unless they say otherwise. */
  readonly cloud?: Partial<DevCloudProps<'machine'>>;
  /** Props of its pool. */
  readonly pool?: NodePoolProps<DevCloud>;
  /** Name of the management cluster's namespace. */
  readonly namespace?: string;
}

/** Model of such a cluster, `mothership/demo`. */
export function devModel({ cloud, pool = {}, namespace }: DevProgram = {}) {
  const { management, fleet } = testFleet({
    providers: Providers.stable('1.14', { infrastructure: ['dev'] }),
  });
  const cluster = new WorkloadCluster(management, 'demo', {
    cloud: new DevCloud(fleet, 'laptop', { backend: 'docker', ...cloud }),
    kubernetesVersion: '1.34.0',
    installedOtherwise: OTHERWISE,
    controlPlane: {},
    ...(namespace === undefined ? {} : { namespace }),
  });
  cluster.addNodePool('workers', pool);
  return cluster.model();
}
