import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  DevCloud,
  type DevMachineProps,
  type NodePoolProps,
  Providers,
  WorkloadCluster,
  type WorkloadClusterProps,
} from '../../../constructs/index';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { RenderedObject } from '../../../lib/assembly/render-cluster';
import { OTHERWISE, testFleet } from '../fleets';
import { labelParts, machineParts } from './machine-arbitrary';
import { annotations, type Every, flag, halfOf, labels, someOf, taints, word } from './parts';
import type { Versions } from './random-program';

/** Program of one cluster of containers, or of machines in memory, legal or not. */
export interface RandomDevProgram {
  readonly backend: 'docker' | 'inMemory';
  readonly cluster: Partial<WorkloadClusterProps<DevCloud>>;
  readonly pool: NodePoolProps<DevCloud>;
}

const ZONES = ['a', 'b'];
const { kubelet, kubeletExtraArgs, kubeadm, readinessGates, machineNaming, healthCheck, drain } =
  machineParts;
const machines = {
  kubelet,
  kubeletExtraArgs,
  kubeadm,
  readinessGates,
  machineNaming,
  healthCheck,
  drain,
};
const time = halfOf({ jitter: fc.constantFrom(0, 0.2, 1) }).map((rest) => ({
  duration: Duration.seconds(3),
  ...rest,
}));
const docker = someOf<Omit<Every<DevMachineProps<'machine'>>, 'size' | 'startup'>>({
  image: word.map((name) => `registry.example/${name}:v1.32.4`),
  preLoadImages: fc.uniqueArray(
    word.map((name) => `${name}:1`),
    { minLength: 1, maxLength: 2 },
  ),
  extraMounts: fc.array(
    fc.tuple(word, flag).map(([name, readOnly]) => ({
      hostPath: `/srv/${name}`,
      containerPath: `/mnt/${name}`,
      readOnly,
    })),
    { minLength: 1, maxLength: 2 },
  ),
  bootstrapTimeout: fc.integer({ min: 1, max: 60 }).map((minutes) => Duration.minutes(minutes)),
});
const inMemory = someOf({
  startup: halfOf({ vm: time, node: time, etcd: time, apiServer: time }),
});
const pools = someOf({
  ...machines,
  replicas: fc.integer({ min: 0, max: 5 }),
  labels,
  taints,
  annotations,
  paused: flag,
});
const clusters = someOf({
  ...labelParts,
  paused: flag,
  podCidrs: fc.constantFrom(['10.244.0.0/16'], ['10.244.0.0/16', 'fd00:10::/56']),
  serviceDomain: fc.constant('cluster.example'),
  templateNames: fc.constantFrom('hashed', 'plain', 'hashed-0.1'),
});

/** Programs of clusters on one backend, of which most are legal. */
export function randomDevProgram(
  backend: RandomDevProgram['backend'],
): fc.Arbitrary<RandomDevProgram> {
  const own = backend === 'docker' ? docker : inMemory;
  const zone =
    backend === 'docker' ? halfOf({ failureDomain: fc.constantFrom(...ZONES) }) : fc.constant({});
  return fc
    .tuple(
      clusters,
      fc.tuple(someOf(machines), own),
      fc.tuple(pools, own, zone),
      fc.constantFrom(1, 3, 5),
    )
    .map(([cluster, controlPlane, pool, replicas]) => ({
      backend,
      cluster: { ...cluster, controlPlane: { replicas, ...controlPlane[0], ...controlPlane[1] } },
      pool: { ...pool[0], ...pool[1], ...pool[2] },
    }));
}

/** Objects of a program, or undefined where a rule refuses it. */
export function tryRenderDev(
  { backend, cluster: props, pool }: RandomDevProgram,
  [clusterApi, provider]: Versions,
): readonly RenderedObject[] | undefined {
  const { management, fleet } = testFleet({
    providers: Providers.versions(clusterApi, { dev: provider }),
  });
  const cluster = new WorkloadCluster(management, 'prod', {
    cloud: new DevCloud(fleet, 'laptop', {
      backend,
      ...(backend === 'docker' && { failureDomains: ZONES }),
    }),
    kubernetesVersion: '1.32.4',
    installedOtherwise: OTHERWISE,
    controlPlane: {},
    ...props,
  });
  cluster.addNodePool('workers', pool);
  const model = cluster.model();
  if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
  return cluster.renderModel(model);
}
