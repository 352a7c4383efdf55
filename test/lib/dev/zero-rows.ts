import { Duration } from 'cdk8s';
import {
  DevCloud,
  type DevCloudProps,
  type NodePoolProps,
  WorkloadCluster,
} from '../../../constructs/index';
import { OTHERWISE } from '../../support/fleets';
import type { ZeroProgram, ZeroRow } from '../assembly/zero-rows';

type Pool = NodePoolProps<DevCloud>;

const NONE = Duration.seconds(0);

/** Numbers of clusters of containers, or in memory, and what becomes of zero. */
export const DEV_ZERO_ROWS: Readonly<Record<string, ZeroRow>> = {
  'ControlPlaneProps.bootstrapTimeout': { elsewhere: 'the same prop of pools' },
  'NodePoolProps.bootstrapTimeout': {
    ...on({ backend: 'docker' }, { bootstrapTimeout: NONE }),
    refused: 'dev-bootstrap-timeout',
  },
  'DevStartup.duration': {
    ...on({ backend: 'inMemory' }, { startup: { vm: { duration: NONE } } }),
    lands: /"startupDuration":"0s"/,
  },
  'DevStartup.jitter': {
    ...on({ backend: 'inMemory' }, { startup: { vm: { duration: NONE, jitter: 0 } } }),
    lands: /"startupJitter":"0"/,
  },
  'MachineSize.cpus': {
    ...on({ backend: 'docker', sizes: { machine: { cpus: 0, memory: '4Gi', disk: '20Gi' } } }, {}),
    refused: 'dev-size',
  },
};

function on(cloud: DevCloudProps<'machine'>, pool: Pool): ZeroProgram {
  return {
    on: {
      kind: 'dev',
      cluster: (management, scope) => {
        const cluster = new WorkloadCluster(management, 'prod', {
          cloud: new DevCloud(scope, 'dev', cloud),
          kubernetesVersion: '1.32.4',
          installedOtherwise: OTHERWISE,
          controlPlane: {},
        });
        cluster.addNodePool('own', pool);
        return cluster;
      },
    },
  };
}
