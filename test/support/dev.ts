import { Duration } from 'cdk8s';
import {
  DevCloud,
  type DevCloudProps,
  type NodePoolProps,
  Providers,
  WorkloadCluster,
} from '../../constructs/index';
import { OTHERWISE, testFleet } from './fleets';

/** Management cluster of a fleet with a cloud in whose memory clusters are. */
export function memoryFleet() {
  const { management, fleet } = testFleet({
    providers: Providers.stable('1.13', { infrastructure: ['dev'] }),
  });
  const startup = { duration: Duration.seconds(1), jitter: 0.2 };
  return {
    management,
    cloud: new DevCloud(fleet, 'memory', { backend: 'inMemory' }),
    startup: { vm: startup, node: startup, etcd: startup, apiServer: startup },
  };
}

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
