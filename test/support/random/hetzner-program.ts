import fc from 'fast-check';
import {
  Addon,
  BalancerHealthCheck,
  type BalancerHttpProbeOptions,
  type BalancerProbeOptions,
  Cni,
  type CommonControlPlaneProps,
  type CommonNodePoolProps,
  type ControlPlaneProps,
  HCloudImage,
  type HetznerBalancerOptions,
  type HetznerClusterProps,
  HetznerEndpoint,
  type HetznerMachineProps,
  HetznerNetwork,
  type HetznerProject,
  type HetznerProjectProps,
  HetznerSecret,
  type MachineProps,
  type NodePoolProps,
  Providers,
  RescueKey,
  type WorkloadClusterProps,
} from '../../../constructs/index';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { Manifest } from '../../../lib/base/manifest';
import { otherwiseBut, testFleet } from '../fleets';
import { hetznerProgram, type TestType } from '../hetzner';
import { sharedBootstrap } from './bootstrap-arbitrary';
import { featureParts } from './features-arbitrary';
import { labelParts, machineParts } from './machine-arbitrary';
import {
  annotations,
  type Every,
  flag,
  halfOf,
  labels,
  type PartsOf,
  seconds,
  someOf,
  taints,
  word,
} from './parts';
import type { Versions } from './random-program';

/** Program of one cluster on Hetzner Cloud with a pool and addons, legal or not. */
export interface RandomHetznerProgram {
  readonly cloud: Partial<HetznerProjectProps<TestType>>;
  readonly cluster: Partial<WorkloadClusterProps<HetznerProject<TestType>>>;
  readonly pool: Partial<NodePoolProps<HetznerProject<TestType>>>;
  readonly addons: readonly Addon[];
}

type Own = Omit<Every<HetznerMachineProps<TestType>>, 'serverType'>;

const EUROPE = ['fsn1', 'nbg1', 'hel1'] as const;
const GROUPS = ['control-plane', 'workers'];
const region = fc.constantFrom(...EUROPE);
const serverType = fc.constantFrom<TestType>('cpx32', 'cax21');
const sshKeys = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const image = fc.oneof(
  word.map(HCloudImage.fromName),
  word.map((name) =>
    HCloudImage.fromUrl(`oci://registry.example/${name}`, 'image-url-command-install.sh'),
  ),
);
const ownParts: PartsOf<Own> = {
  image,
  sshKeys,
  placementGroup: fc.constantFrom(...GROUPS),
  publicNetwork: halfOf({ enableIPv4: flag, enableIPv6: flag }),
};
const commonParts: PartsOf<Omit<Every<MachineProps>, 'bootstrap'>> = {
  kubelet: machineParts.kubelet,
  kubeadm: machineParts.kubeadm,
  readinessGates: machineParts.readinessGates,
  machineNaming: machineParts.machineNaming,
  kubeletExtraArgs: machineParts.kubeletExtraArgs,
  healthCheck: machineParts.healthCheck,
  drain: machineParts.drain,
};
type PoolOnly =
  | 'bootstrap'
  | 'labels'
  | 'taints'
  | 'annotations'
  | 'machineAnnotations'
  | 'replicas'
  | 'failureDomain'
  | 'paused'
  | 'deletionOrder'
  | 'minReady';
const pool = someOf<Own & Pick<Every<CommonNodePoolProps>, keyof typeof commonParts | PoolOnly>>({
  ...ownParts,
  ...commonParts,
  bootstrap: sharedBootstrap,
  labels,
  taints,
  annotations,
  machineAnnotations: annotations,
  replicas: fc.nat(12),
  failureDomain: region,
  paused: flag,
  deletionOrder: fc.constantFrom('Random', 'Newest', 'Oldest'),
  minReady: seconds,
});
const { etcd: _, certificates: _certificates, ...features } = featureParts;
type ControlPlaneLeftOut =
  | 'etcd'
  | 'certificates'
  | 'apiServerExtraArgs'
  | 'controllerManagerExtraArgs'
  | 'schedulerExtraArgs'
  | 'certSANs'
  | 'taints'
  | 'propagateTaints'
  | 'rollout'
  | 'remediation';
const controlPlane = someOf<Own & Omit<Every<CommonControlPlaneProps>, ControlPlaneLeftOut>>({
  ...ownParts,
  ...commonParts,
  ...labelParts,
  ...features,
  bootstrap: sharedBootstrap,
  replicas: fc.constantFrom(1, 3, 5),
  schedulable: flag,
});

const probeParts: PartsOf<Every<BalancerProbeOptions>> = {
  port: fc.integer({ min: 1, max: 65_535 }),
  intervalSeconds: fc.integer({ min: 3, max: 60 }),
  timeoutSeconds: fc.integer({ min: 1, max: 60 }),
  retries: fc.integer({ min: 1, max: 5 }),
};
const httpProbe = halfOf<Every<BalancerHttpProbeOptions>>({
  ...probeParts,
  path: word.map((name) => `/${name}`),
  domain: fc.constant('api.example.org'),
  response: word,
  statusCodes: fc.constantFrom(['200'], ['2??', '3??']),
});
const healthCheck = fc.oneof(
  halfOf(probeParts).map(BalancerHealthCheck.tcp),
  httpProbe.map(BalancerHealthCheck.http),
  httpProbe.map(BalancerHealthCheck.https),
);
const extraServices = fc.uniqueArray(
  fc.record(
    {
      listenPort: fc.integer({ min: 1, max: 65_535 }),
      destinationPort: fc.integer({ min: 1, max: 65_535 }),
      protocol: fc.constantFrom('tcp', 'http'),
    },
    { requiredKeys: ['listenPort', 'destinationPort'], noNullPrototype: true },
  ),
  { maxLength: 4, selector: ({ listenPort }) => listenPort },
);
const balancer: fc.Arbitrary<HetznerBalancerOptions> = fc
  .tuple(
    region,
    halfOf<Omit<Every<HetznerBalancerOptions>, 'region'>>({
      type: fc.constantFrom('lb11', 'lb21', 'lb31'),
      algorithm: fc.constantFrom('round_robin', 'least_connections'),
      extraServices,
      healthCheck,
      dnsName: fc.constant('api.example.org'),
    }),
  )
  .map(([where, rest]) => ({ region: where, ...rest }));
const endpoint = fc.oneof(
  balancer.map(HetznerEndpoint.managed),
  fc.tuple(word, balancer).map(([name, rest]) => HetznerEndpoint.fromLoadBalancer(name, rest)),
  fc.constantFrom(
    HetznerEndpoint.external({ host: 'api.example.org' }),
    HetznerEndpoint.external({ host: '203.0.113.9', port: 443 }),
  ),
);
const rangeParts = {
  podCidrs: fc.constantFrom(['10.244.0.0/16'], ['172.20.0.0/16']),
  serviceCidrs: fc.constant(['10.97.0.0/16']),
  serviceDomain: fc.constant('cluster.example'),
};
const network = fc.oneof(
  halfOf(rangeParts).map(HetznerNetwork.public),
  halfOf({
    ...rangeParts,
    cidrBlock: fc.constantFrom('10.0.0.0/8', '10.0.0.0/16'),
    subnetCidrBlock: fc.constantFrom('10.0.0.0/24', '10.0.8.0/22'),
  }).map(HetznerNetwork.managed),
);
const hetznerSecret = fc
  .tuple(word, halfOf({ hcloudToken: fc.constant('hcloud'), sshKey: word }))
  .map(([name, keys]) => HetznerSecret.fromSecret(name, { keys }));
const cluster = someOf<
  Omit<Every<HetznerClusterProps>, 'placementGroups' | 'rescueKey' | 'controlPlaneRegions'> &
    Pick<
      Every<WorkloadClusterProps<HetznerProject<TestType>>>,
      'bootstrap' | 'labels' | 'annotations' | 'paused' | 'cni' | 'templateNames'
    >
>({
  endpoint,
  image,
  network,
  sshKeys,
  hetznerSecret,
  secretInWorkloadCluster: flag,
  bootstrap: sharedBootstrap,
  labels,
  annotations,
  paused: flag,
  cni: fc.constantFrom(Cni.calico({ encapsulation: 'vxlan' }), Cni.cilium()),
  templateNames: fc.constantFrom('hashed', 'plain'),
});
const addons = fc.subarray([
  Addon.hcloudCloudControllerManager({ loadBalancerRegion: 'hel1' }),
  Addon.hcloudCsi({
    storageClasses: [{ name: 'secret', default: true, encryption: { name: 'passphrase' } }],
  }),
]);

/** Programs of clusters on Hetzner Cloud, of which most are legal. */
export const randomHetznerProgram: fc.Arbitrary<RandomHetznerProgram> = fc
  .record({
    cloud: fc.record({ hetznerSecret }, { requiredKeys: [], noNullPrototype: true }),
    cluster,
    controlPlaneRegions: fc.subarray([...EUROPE], { minLength: 1 }),
    kubernetesVersion: fc.constantFrom('1.32.4', '1.33.1'),
    types: fc.tuple(serverType, serverType),
    controlPlane,
    pool,
    addons,
  })
  .map(({ cloud, cluster: shared, types, addons: installed, ...rest }) => ({
    cloud,
    cluster: {
      ...shared,
      controlPlaneRegions: rest.controlPlaneRegions,
      kubernetesVersion: rest.kubernetesVersion,
      placementGroups: GROUPS,
      rescueKey: RescueKey.fromSecret('rescue'),
      controlPlane: {
        serverType: types[0],
        ...rest.controlPlane,
      } satisfies ControlPlaneProps<HetznerProject<TestType>>,
    },
    pool: { serverType: types[1], ...rest.pool },
    addons: installed,
  }));

/** Objects of a program, or undefined where a rule refuses it. */
export function tryRenderHetzner(
  program: RandomHetznerProgram,
  [clusterApi, provider]: Versions,
): readonly Manifest[] | undefined {
  const providers = Providers.versions(clusterApi, { hetzner: provider });
  const { management, fleet } = testFleet({ providers });
  const installed = program.addons.map(({ name }) =>
    name.endsWith('manager') ? 'cloud-controller-manager' : 'csi-driver',
  );
  const made = hetznerProgram(management, fleet, {
    ...program,
    cluster: { ...program.cluster, installedOtherwise: otherwiseBut(...installed) },
  });
  for (const addon of program.addons) made.addAddon(addon);
  const model = made.model();
  if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
  return made.renderModel(model).map(({ object }) => object);
}
