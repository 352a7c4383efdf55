import { Duration } from 'cdk8s';
import { type Construct, Node } from 'constructs';
import { DevCloud, WorkloadCluster } from '../../../constructs/index';
import { OTHERWISE } from '../fleets';
import type { WideOnCloud } from './wide-on-clouds';

const TIME = { duration: Duration.seconds(1), jitter: 0.2 };
const COMMON = { kubernetesVersion: '1.32.4', installedOtherwise: OTHERWISE } as const;

/** Clusters of containers, and of machines in memory, with everything that they may say. */
export const WIDE_DEV: WideOnCloud = {
  kind: 'dev',
  versions: [
    ['1.10', '1.10'],
    ['1.13', '1.13'],
    ['1.14', '1.14'],
  ],
  clusters: (management) => {
    const scope = Node.of(management).scope as Construct;
    const docker = new DevCloud(scope, 'docker', {
      backend: 'docker',
      failureDomains: ['b', 'a'],
      loadBalancerImage: { repository: 'registry.example/haproxy', tag: 'v1' },
    });
    const memory = new DevCloud(scope, 'memory', { backend: 'inMemory' });
    const containers = new WorkloadCluster(management, 'containers', {
      cloud: docker,
      ...COMMON,
      controlPlane: {},
    });
    containers.addNodePool('workers', {
      image: 'registry.example/node:v1.32.4',
      preLoadImages: ['registry.example/app:1'],
      extraMounts: [{ hostPath: '/srv', containerPath: '/srv', readOnly: true }],
      bootstrapTimeout: Duration.minutes(3),
      failureDomain: 'a',
    });
    const answers = new WorkloadCluster(management, 'answers', {
      cloud: memory,
      ...COMMON,
      controlPlane: { startup: { vm: TIME, node: TIME, etcd: TIME, apiServer: TIME } },
    });
    return [containers, answers];
  },
};
