import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  BlockDevice,
  type DrainProps,
  type Etcd,
  type HealthCheckProps,
  type KubeadmProps,
  type KubeletProps,
  MachineIdentity,
  type RootVolume,
  ServerGroup,
} from '../../../constructs/index';
import type { OpenStackMachines } from '../openstack-cluster';
import { bootstrap } from './bootstrap-arbitrary';
import {
  annotations,
  type Every,
  extraArgs,
  flag,
  gates,
  halfOf,
  image,
  labels,
  lookup,
  nameOrId,
  oddText,
  type PartsOf,
  seconds,
  someOf,
  tags,
  word,
  zone,
} from './parts';
import { ports } from './port-arbitrary';

const sizeGiB = fc.integer({ min: 1, max: 2000 });
const volumeZone = fc.oneof(zone, fc.constant('machine'));

const rootVolume: fc.Arbitrary<RootVolume> = fc
  .tuple(sizeGiB, halfOf({ type: word, availabilityZone: volumeZone }))
  .map(([size, rest]) => ({ sizeGiB: size, ...rest }));

const blockDevices = fc.uniqueArray(word, { maxLength: 4 }).chain((names) =>
  fc.tuple(
    ...names.map((name) =>
      fc.oneof(
        rootVolume.map((volume) => BlockDevice.volume(name, volume)),
        sizeGiB.map((size) => BlockDevice.local(name, { sizeGiB: size })),
      ),
    ),
  ),
);

const reserved = halfOf({
  cpu: fc.constantFrom('100m', '0.25', '500m'),
  memory: fc.constantFrom('100Mi', '256Mi'),
  ephemeralStorage: fc.constantFrom('1Gi', '500Mi'),
  pid: fc.integer({ min: 1, max: 1000 }),
}).filter((one) => Object.keys(one).length > 0);
const thresholds = halfOf({
  'memory.available': fc.constantFrom('100Mi', '5%'),
  'nodefs.available': fc.constantFrom('1Gi', '10%'),
  'nodefs.inodesFree': fc.constantFrom('5%', '10%'),
  'imagefs.available': fc.constantFrom('15%', '2Gi'),
});
const someSeconds = fc.integer({ min: 1, max: 600 }).map(Duration.seconds);
const startup = fc.oneof(fc.constant(0), fc.integer({ min: 30, max: 9000 })).map(Duration.seconds);
const softThresholds = halfOf({
  'memory.available': fc.record({ threshold: fc.constant('10%'), gracePeriod: someSeconds }),
  'nodefs.available': fc.record({ threshold: fc.constant('15%'), gracePeriod: someSeconds }),
});

const kubelet: fc.Arbitrary<KubeletProps> = someOf<Every<KubeletProps>>({
  maxPods: fc.integer({ min: 1, max: 500 }),
  podPidsLimit: fc.integer({ min: 1, max: 10_000 }),
  kubeReserved: reserved,
  systemReserved: reserved,
  evictionHard: thresholds,
  evictionMinimumReclaim: thresholds,
  evictionSoft: softThresholds,
  evictionMaxPodGracePeriod: seconds,
});

const drain: fc.Arbitrary<DrainProps> = halfOf<Every<DrainProps>>({
  nodeDrainTimeout: seconds,
  nodeVolumeDetachTimeout: seconds,
  nodeDeletionTimeout: seconds,
});

const conditions = (...types: readonly string[]) =>
  fc.uniqueArray(
    fc.record({
      type: fc.constantFrom(...types),
      status: fc.constantFrom('True', 'False', 'Unknown'),
      timeout: seconds,
    }),
    { minLength: 1, maxLength: 3, selector: ({ type, status }) => `${type} ${status}` },
  );
const limit: fc.Arbitrary<Pick<HealthCheckProps, 'maxUnhealthy' | 'unhealthyRange'>> = fc.oneof(
  fc.constantFrom(
    {},
    ...([1, 3, '1%', '40%', '100%'] as const).map((maxUnhealthy) => ({ maxUnhealthy })),
  ),
  fc.tuple(fc.nat(3), fc.integer({ min: 3, max: 9 })).map((unhealthyRange) => ({ unhealthyRange })),
);
const healthCheck: fc.Arbitrary<HealthCheckProps> = fc
  .tuple(
    halfOf<
      Omit<
        Every<HealthCheckProps>,
        'maxUnhealthy' | 'unhealthyRange' | 'unhealthyMachineConditions'
      >
    >({
      nodeStartupTimeout: startup,
      unhealthyConditions: conditions('Ready', 'DiskPressure', 'example.org/Broken'),
    }),
    limit,
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      conditions('InfrastructureReady', 'example.org/Broken').map((unhealthyMachineConditions) => ({
        unhealthyMachineConditions,
      })),
    ),
  )
  .map((parts) => Object.assign({}, ...parts));

const times = fc.integer({ min: 1, max: 3600 }).map(Duration.seconds);
const kubeadm: fc.Arbitrary<KubeadmProps> = someOf<Every<KubeadmProps>>({
  criSocket: fc.constantFrom('unix:///run/containerd/containerd.sock', 'unix:///run/crio.sock'),
  ignorePreflightErrors: fc.oneof(
    fc.constant(['all']),
    fc.uniqueArray(fc.constantFrom('NumCPU', 'Mem', 'Swap'), { minLength: 1 }),
  ),
  imagePullPolicy: fc.constantFrom('Always', 'IfNotPresent', 'Never'),
  imagePullSerial: flag,
  skipPhases: fc.constant(['preflight']),
  timeouts: fc.oneof(
    { weight: 4, arbitrary: times.map((tlsBootstrap) => ({ tlsBootstrap })) },
    halfOf({
      discovery: times,
      etcdAPICall: times,
      kubeletHealthCheck: times,
      kubernetesAPICall: times,
    }),
  ),
});
const machineNaming = fc.constantFrom(
  { template: '{{ .cluster.name }}-{{ .random }}' },
  { template: 'm-{{ .random }}' },
);

const schedulerHints = fc.dictionary(
  word,
  fc.oneof(word, fc.integer({ min: -1000, max: 1000 }), flag),
  { minKeys: 1, maxKeys: 3, noNullPrototype: true },
);

/** Pool of floating addresses that random machines name. */
export const FLOATING_POOL = 'floating';

/** Arbitraries of what control planes and pools have in common, but for their flavors. */
export const machineParts: PartsOf<Omit<Every<OpenStackMachines>, 'flavor'>> = {
  image,
  sshKeyName: word,
  rootVolume,
  additionalBlockDevices: blockDevices,
  identity: word.map((name) => MachineIdentity.fromSecret(`${name}-project`)),
  trunk: flag,
  floatingIPPool: fc.constant(FLOATING_POOL),
  ports,
  schedulerHints,
  serverGroup: fc.oneof(
    nameOrId,
    fc.constantFrom(ServerGroup.antiAffinity(), ServerGroup.softAntiAffinity()),
  ),
  securityGroups: fc.array(lookup, { minLength: 1, maxLength: 2 }),
  tags,
  serverMetadata: fc.dictionary(word, oddText, { maxKeys: 3, noNullPrototype: true }),
  configDrive: flag,
  kubelet,
  kubeadm,
  readinessGates: gates,
  machineNaming,
  kubeletExtraArgs: extraArgs,
  bootstrap,
  healthCheck,
  drain,
};

/** Arbitraries of labels and annotations of machines. */
export const labelParts = { labels, annotations };

const DISKS = ['one', 'two'].map((name) => BlockDevice.volume(name, { sizeGiB: 100 }));

/** Machines with the disks that their bootstrap or their etcd begins to use. */
export function withDisks<
  P extends Pick<OpenStackMachines, 'additionalBlockDevices' | 'bootstrap'>,
>(props: P & { readonly etcd?: Etcd }): P {
  const etcd = props.etcd?.model;
  const isUsed = etcd?.kind === 'local' && etcd.volume !== undefined;
  if (props.bootstrap?.diskSetup === undefined && !isUsed) return props;
  return { ...props, additionalBlockDevices: DISKS };
}
