import { Duration } from 'cdk8s';
import fc from 'fast-check';
import {
  type AutoscaleProps,
  Gpu,
  KubeadmPatch,
  MachineImage,
  type NodePoolProps,
  Preemptible,
} from '../../../constructs/index';
import { windowsBootstrap } from './bootstrap-arbitrary';
import { machineParts, withDisks } from './machine-arbitrary';
import {
  annotations,
  type Every,
  flag,
  halfOf,
  labelKey,
  labels,
  labelValue,
  moment,
  seconds,
  someOf,
  taints,
  uuid,
  zone,
} from './parts';

/** What a program as a whole says about its pools. */
export interface PoolTerms {
  /** Version of the cluster. */
  readonly kubernetesVersion: string;
  /** Whether the feature gates of Cluster API are on. */
  readonly gates: boolean;
  /** Whether the autoscaler expands by ranks. */
  readonly ranked: boolean;
}

type Sized = 'replicas' | 'autoscale' | 'capacity' | 'kubernetesVersion';
type Marked = 'gpu' | 'preemptible' | 'os';
type Placed = 'failureDomain' | 'failureDomains';

const STARTUP_SINCE = '1.35';
const SKIPPED = { 'machineset.cluster.x-k8s.io/skip-preflight-checks': 'KubeadmVersionSkew' };
const minutes = fc.integer({ min: 1, max: 300 }).map(Duration.minutes);
const nodeLabels = fc.dictionary(
  fc.oneof(
    labelKey,
    fc.constantFrom('node-role.kubernetes.io/worker', 'node.cluster.x-k8s.io/purpose'),
  ),
  labelValue,
  { maxKeys: 3, noNullPrototype: true },
);
const capacity = halfOf({
  cpu: fc.constantFrom('1', '1500m'),
  memory: fc.constantFrom('1Gi', '512Mi'),
  ephemeralDisk: fc.constantFrom('10Gi', '5G'),
});
const rollout = fc
  .tuple(
    fc.constantFrom(
      {},
      { maxSurge: 2 },
      { maxSurge: '25%' },
      { maxSurge: 0, maxUnavailable: 1 },
      { maxSurge: '0%', maxUnavailable: '100%' },
      { maxUnavailable: 0 },
    ),
    halfOf({ after: moment }),
  )
  .map(([numbers, rest]) => ({ ...numbers, ...rest }));
const place: fc.Arbitrary<Pick<NodePoolProps, Placed>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  zone.map((failureDomain) => ({ failureDomain })),
  fc.uniqueArray(zone, { minLength: 1 }).map((failureDomains) => ({ failureDomains })),
);
const others = someOf<Omit<Every<NodePoolProps>, 'flavor' | Sized | Placed | Marked>>({
  ...machineParts,
  labels: fc.oneof(labels, nodeLabels),
  taints,
  propagateTaints: flag,
  patches: fc.constant([KubeadmPatch.merge('kubeletconfiguration', { maxOpenFiles: 5000 })]),
  annotations,
  machineAnnotations: annotations,
  remediation: halfOf({ maxInFlight: fc.constantFrom(1, 3, '1%', '40%') }),
  paused: flag,
  rollout,
  deletionOrder: fc.constantFrom('Random', 'Newest', 'Oldest'),
  minReady: seconds,
});
const windows = fc.tuple(uuid, windowsBootstrap).map(([id, bootstrap]) => ({
  os: 'windows' as const,
  image: MachineImage.fromId(id),
  bootstrap,
}));
/** What marks a pool as one of its kind, with what it cannot have as others do. */
const mark: fc.Arbitrary<Pick<NodePoolProps, Marked | 'healthCheck' | 'image' | 'bootstrap'>> =
  fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    windows,
    fc.constantFrom(
      { gpu: Gpu.nvidia({ count: 1 }) },
      { gpu: Gpu.nvidia({ count: 4, tainted: false, accelerator: 'a100' }) },
      { gpu: Gpu.amd({ count: 2 }) },
      { os: 'linux' },
      { preemptible: Preemptible.byFlavor(), healthCheck: {} },
      { preemptible: Preemptible.byTag('spot', { tainted: false }), healthCheck: {} },
      { preemptible: Preemptible.byMetadata({ spot: 'yes' }), healthCheck: {} },
      { preemptible: Preemptible.bySchedulerHints({ spot: true }), healthCheck: {} },
    ),
  );

/** Props of a node pool, but for its flavor. */
export function pool(terms: PoolTerms): fc.Arbitrary<Omit<NodePoolProps, 'flavor'>> {
  return fc
    .tuple(others, size(terms), place, mark)
    .map(([{ propagateTaints, remediation, ...all }, sized, placed, marked]) => {
      const rest = marked.os === 'windows' ? forWindows(all) : all;
      return {
        ...withDisks(rest),
        ...sized,
        ...placed,
        ...marked,
        ...replacing({ ...rest, ...sized, ...placed, ...marked }),
        ...((rest.healthCheck ?? marked.healthCheck) && remediation && { remediation }),
        ...(terms.gates && propagateTaints !== undefined ? { propagateTaints } : {}),
      };
    });
}

/** Props without those of which Windows has others. */
function forWindows<P extends Pick<NodePoolProps, 'machineNaming' | 'kubeadm'>>(props: P): P {
  const { machineNaming: _names, kubeadm: _kubeadm, ...rest } = props;
  return rest as P;
}

/** A pool whose machines are replaced says so of machines of its own version. */
function replacing(props: Omit<NodePoolProps, 'flavor'>): Omit<NodePoolProps, 'flavor'> {
  if (props.kubernetesVersion === undefined || props.healthCheck === undefined) return props;
  return { ...props, annotations: { ...props.annotations, ...SKIPPED } };
}

/** Number of machines and their version: an older minor makes no new machine for an autoscaler. */
function size(terms: PoolTerms): fc.Arbitrary<Pick<NodePoolProps, Sized>> {
  const [major, minor] = terms.kubernetesVersion.split('.');
  const version = fc.constantFrom({}, { kubernetesVersion: `${major}.${minor}.0` });
  const older = fc.constantFrom({}, { kubernetesVersion: `${major}.${Number(minor) - 1}.7` });
  return fc.oneof(
    fc.tuple(fc.nat(9), fc.oneof(version, older)).map(([replicas, own]) => ({ replicas, ...own })),
    fc
      .tuple(autoscale(terms), version, halfOf({ capacity }))
      .map(([bounds, own, offers]) => ({ autoscale: bounds, ...own, ...offers })),
  );
}

function autoscale({ kubernetesVersion, ranked }: PoolTerms): fc.Arbitrary<AutoscaleProps> {
  const knowsStartup = kubernetesVersion.startsWith(STARTUP_SINCE);
  return fc
    .tuple(
      fc.nat(5),
      fc.integer({ min: 3, max: 5 }),
      halfOf<
        Omit<Every<AutoscaleProps>, 'minSize' | 'maxSize' | 'priority' | 'maxNodeStartupTime'>
      >({
        scaleDownUtilizationThreshold: fc.constantFrom(0.1, 0.5, 1),
        scaleDownGpuUtilizationThreshold: fc.constantFrom(0.1, 0.5),
        scaleDownUnneededTime: minutes,
        scaleDownUnreadyTime: minutes,
        maxNodeProvisionTime: minutes,
      }),
      fc.integer({ min: 1, max: 100 }),
      minutes,
    )
    .map(([minSize, more, rest, priority, maxNodeStartupTime]) => ({
      minSize,
      maxSize: minSize + more,
      ...rest,
      ...(ranked && { priority }),
      ...(knowsStartup && { maxNodeStartupTime }),
    }));
}
