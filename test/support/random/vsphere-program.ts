import fc from 'fast-check';
import {
  Addon,
  Cni,
  type CommonControlPlaneProps,
  type CommonNodePoolProps,
  type ControlPlaneProps,
  GivenEndpoint,
  Gpu,
  type MachineProps,
  NetworkDevice,
  type NodePoolProps,
  PciDevice,
  PowerOff,
  Providers,
  type VCenter,
  VCenterCertificate,
  type VCenterProps,
  VmTemplate,
  type VSphereClusterProps,
  VSphereIdentity,
  type VSphereMachineProps,
  type VSphereNetworkProps,
  VSphereZones,
  type WorkloadClusterProps,
} from '../../../constructs/index';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { Manifest } from '../../../lib/base/manifest';
import { SharedFiles } from '../../../lib/output/shared-files';
import { otherwiseBut, testFleet } from '../fleets';
import { type TestSize, vSphereProgram } from '../vsphere';
import { THUMBPRINT, ZONE } from '../vsphere-models';
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

/** Program of one cluster on vSphere with pools and addons, legal or not. */
export interface RandomVSphereProgram {
  readonly cloud: Partial<VCenterProps<TestSize>>;
  readonly cluster: Partial<WorkloadClusterProps<VCenter<TestSize>>>;
  readonly pool: Omit<NodePoolProps<VCenter<TestSize>>, 'size'>;
  readonly addons: readonly Addon[];
}

type Own = Omit<Every<VSphereMachineProps<TestSize>>, 'size'>;

const ZONES = ['eu-1', 'eu-2'];
const TAG = 'urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL';
const SIZE = { cpus: 4, memory: '16Gi', disk: '80Gi' };
const path = word.map((name) => `/dc-1/vm/${name}`);
const template = fc.oneof(
  word.map((name) => VmTemplate.fullClone(name)),
  path.map((name) => VmTemplate.fullClone(name)),
);
const device = fc.oneof(
  fc
    .tuple(
      word,
      halfOf({
        families: fc.constantFrom('IPv4', 'both'),
        mtu: fc.integer({ min: 1280, max: 9000 }),
        nameservers: fc.constantFrom(['10.8.0.1'], ['10.8.0.1', '10.8.0.2']),
        searchDomains: word.map((name) => [`${name}.example`]),
        deviceName: fc.constant('ens192'),
      }),
    )
    .map(([name, options]) => NetworkDevice.dhcp(name, options)),
  fc.tuple(word, word).map(([name, pool]) => NetworkDevice.fromPools(name, [{ name: pool }])),
);
const devices = fc
  .tuple(
    device,
    fc.array(
      fc.oneof(
        device,
        word.map((name) => NetworkDevice.unconfigured(name)),
      ),
    ),
  )
  .map(([first, more]) => [first, ...more]);

const placementParts = {
  datacenter: path,
  datastore: word,
  storagePolicyName: word,
  folder: path,
  resourcePool: path,
};
const ownParts: PartsOf<Own> = {
  ...placementParts,
  template,
  devices,
  diskGiB: fc.integer({ min: 1, max: 2000 }),
  dataDisks: fc.uniqueArray(
    fc.record(
      {
        name: word,
        sizeGiB: fc.integer({ min: 1, max: 2000 }),
        provisioningMode: fc.constantFrom('Thin', 'Thick', 'EagerlyZeroed'),
      },
      { requiredKeys: ['name', 'sizeGiB'], noNullPrototype: true },
    ),
    { minLength: 1, maxLength: 3, selector: ({ name }) => name },
  ),
  powerOff: fc.constantFrom(
    PowerOff.hard(),
    PowerOff.soft(),
    PowerOff.trySoft(),
    PowerOff.trySoft({ timeoutSeconds: 60 }),
  ),
  tagIDs: fc.constant([TAG]),
  customVMXKeys: fc.dictionary(word, word, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
  hardwareVersion: fc.integer({ min: 15, max: 21 }).map((number) => `vmx-${number}`),
  nestedHV: flag,
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
const poolParts = someOf<
  Own & Pick<Every<CommonNodePoolProps>, keyof typeof commonParts | PoolOnly>
>({
  ...ownParts,
  ...commonParts,
  bootstrap: sharedBootstrap,
  labels,
  taints,
  annotations,
  machineAnnotations: annotations,
  replicas: fc.nat(9),
  failureDomain: fc.constantFrom(...ZONES),
  paused: flag,
  deletionOrder: fc.constantFrom('Random', 'Newest', 'Oldest'),
  minReady: seconds,
  gpu: fc.constant(Gpu.nvidia()),
});
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
  | 'minReady'
  | 'gpu';
const { etcd: _, certificates: _certificates, ...features } = featureParts;
const controlPlane = someOf<Own & Omit<Every<CommonControlPlaneProps>, ControlPlaneLeftOut>>({
  ...ownParts,
  ...commonParts,
  ...labelParts,
  ...features,
  bootstrap: sharedBootstrap,
  replicas: fc.constantFrom(1, 3, 5),
  schedulable: flag,
}).map((rest): ControlPlaneProps<VCenter<TestSize>> => ({ size: 'large', ...rest }));
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

const identity = fc.oneof(
  word.map((name) => VSphereIdentity.fromSecret(name)),
  word.map((name) => VSphereIdentity.fromClusterIdentity(name)),
  fc.constant(VSphereIdentity.manager()),
);
const zones = fc.oneof(
  fc
    .tuple(halfOf({ datastore: word, resourcePool: path, folder: path, controlPlane: flag }), flag)
    .map(([zone, isFirst]) =>
      VSphereZones.written({
        'eu-1': { ...ZONE, ...zone },
        'eu-2': { ...ZONE, ...(isFirst ? { networks: ['vlan-120'] } : {}) },
      }),
    ),
  fc.constantFrom(
    VSphereZones.existing(ZONES),
    VSphereZones.existing(ZONES, { selector: { site: 'eu' } }),
  ),
);
const cloud = someOf<Omit<Every<VCenterProps<TestSize>>, 'templates' | 'zones'>>({
  ...placementParts,
  server: fc.constantFrom('vcenter.example.org', '10.0.0.5'),
  certificate: fc.constantFrom(
    VCenterCertificate.thumbprint(THUMBPRINT),
    VCenterCertificate.unchecked({ reason: 'it is of a laboratory' }),
  ),
  identity,
  sizes: fc.constant({
    large: SIZE,
    small: {
      ...SIZE,
      coresPerSocket: 2,
      gpu: { type: 'nvidia.com/gpu', count: 1 },
      pciDevices: [PciDevice.passthrough({ vendorId: 0x10de, deviceId: 0x20b5 })],
    },
  }),
});
const network: fc.Arbitrary<VSphereNetworkProps> = fc
  .tuple(
    devices,
    halfOf<Omit<Every<VSphereNetworkProps>, 'devices' | 'nodeCidrIPv6'>>({
      nodeCidr: fc.constant('10.8.0.0/24'),
      podCidrs: fc.constantFrom(['10.244.0.0/16'], ['172.16.0.0/16']),
      serviceCidrs: fc.constant(['10.97.0.0/16']),
      serviceDomain: fc.constant('cluster.example'),
    }),
  )
  .map(([all, rest]) => ({ devices: all, ...rest }));
const endpoint = fc.oneof(
  halfOf({ dnsName: fc.constant('api.example.org') }).map((rest) =>
    GivenEndpoint.virtualIp({ address: '10.8.0.250', ...rest }),
  ),
  fc.constantFrom(
    GivenEndpoint.external({ host: 'api.example.org' }),
    GivenEndpoint.external({ host: '10.8.0.9', port: 443 }),
  ),
);
const cluster = someOf<
  Omit<Every<VSphereClusterProps>, 'template' | 'identity'> &
    Pick<
      Every<WorkloadClusterProps<VCenter<TestSize>>>,
      'bootstrap' | 'labels' | 'annotations' | 'paused' | 'cni' | 'templateNames'
    >
>({
  network,
  endpoint,
  clusterModules: flag,
  bootstrap: sharedBootstrap,
  labels,
  annotations,
  paused: flag,
  cni: fc.constantFrom(Cni.calico({ encapsulation: 'vxlan' }), Cni.cilium()),
  templateNames: fc.constantFrom('hashed', 'plain'),
});
const addons = fc.subarray([
  Addon.vSphereCloudControllerManager(),
  Addon.vSphereCsi({ snapshots: true, storageClasses: [{ name: 'gold', default: true }] }),
]);

/** Programs of clusters on vSphere, of which most are legal. */
export const randomVSphereProgram: fc.Arbitrary<RandomVSphereProgram> = fc
  .record({
    cloud,
    zones,
    cluster,
    own: fc.record({ template, identity }, { requiredKeys: ['template'], noNullPrototype: true }),
    kubernetesVersion: fc.constantFrom('1.32.4', '1.33.1'),
    controlPlane,
    pool: poolParts,
    addons,
  })
  .map(({ cloud: props, zones: all, cluster: shared, own, pool, ...rest }) => ({
    cloud: { ...props, ...(pool.failureDomain !== undefined && { zones: all }) },
    cluster: {
      ...shared,
      ...own,
      kubernetesVersion: rest.kubernetesVersion,
      controlPlane: rest.controlPlane,
    },
    pool: props.sizes === undefined ? withoutGpu(pool) : pool,
    addons: rest.addons,
  }));

function withoutGpu<P extends { readonly gpu?: unknown }>({ gpu: _gpu, ...pool }: P) {
  return pool;
}

/** Objects of a program, those that clusters share included, or undefined where a rule refuses it. */
export function tryRenderVSphere(
  program: RandomVSphereProgram,
  [clusterApi, provider]: Versions,
): readonly Manifest[] | undefined {
  const providers = Providers.versions(clusterApi, { vsphere: provider });
  const { management, fleet } = testFleet({ providers });
  const installed = program.addons.map(({ name }) =>
    name.endsWith('manager') ? 'cloud-controller-manager' : 'csi-driver',
  );
  const made = vSphereProgram(management, fleet, {
    ...program,
    cluster: { ...program.cluster, installedOtherwise: otherwiseBut(...installed) },
  });
  for (const addon of program.addons) made.addAddon(addon);
  const model = made.model();
  if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return undefined;
  const shared = new SharedFiles();
  shared.add(model);
  return [...shared.objects(), ...made.renderModel(model).map(({ object }) => object)];
}
