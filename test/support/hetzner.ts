import type { Construct } from 'constructs';
import {
  HCloudImage,
  HetznerEndpoint,
  HetznerProject,
  type HetznerProjectProps,
  HetznerSecret,
  type ManagementCluster,
  type NodePoolProps,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../constructs/index';
import { OTHERWISE } from './fleets';

/** Server types of the project in tests. */
export type TestType = 'cax21' | 'cpx32';

/** Props of a cluster on Hetzner Cloud in a test, all of them optional. */
export type HetznerOverrides = Partial<WorkloadClusterProps<HetznerProject<TestType>>>;

/** Cluster on Hetzner Cloud for a test. */
export interface HetznerProgram {
  readonly cloud?: Partial<HetznerProjectProps<TestType>>;
  readonly cluster?: HetznerOverrides;
  readonly pool?: Partial<NodePoolProps<HetznerProject<TestType>>>;
}

/** Project with two server types, and the given props over the usual ones. */
export function testProject(
  scope: Construct,
  props: Partial<HetznerProjectProps<TestType>> = {},
  id = 'project',
): HetznerProject<TestType> {
  return new HetznerProject<TestType>(scope, id, {
    hetznerSecret: HetznerSecret.fromSecret('hcloud'),
    serverTypes: {
      cpx32: { cpus: 4, memory: '8Gi', disk: '160Gi' },
      cax21: { cpus: 4, memory: '8Gi', disk: '80Gi', architecture: 'arm64' },
    },
    ...props,
  });
}

/** Cluster `demo` in a project with a pool `workers`. */
export function hetznerProgram(
  management: ManagementCluster,
  scope: Construct,
  { cloud, cluster, pool }: HetznerProgram = {},
): WorkloadCluster<HetznerProject<TestType>> {
  const made = new WorkloadCluster<HetznerProject<TestType>>(management, 'demo', {
    cloud: testProject(scope, cloud),
    kubernetesVersion: '1.32.4',
    controlPlaneRegions: ['fsn1', 'nbg1'],
    image: HCloudImage.fromName('ubuntu-24.04'),
    endpoint: HetznerEndpoint.managed({ region: 'fsn1' }),
    installedOtherwise: OTHERWISE,
    controlPlane: { serverType: 'cpx32' },
    ...cluster,
  });
  made.addNodePool('workers', { serverType: 'cpx32', ...pool });
  return made;
}
