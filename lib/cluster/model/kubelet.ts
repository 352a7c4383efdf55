/** Resources of a node that a kubelet keeps for others than pods, as quantities. */
export interface ReservedResources {
  /**
   * Processors, such as `500m`.
   *
   * @default - none are kept
   */
  readonly cpu?: string;
  /**
   * Memory, such as `1Gi`.
   *
   * @default - none is kept
   */
  readonly memory?: string;
  /**
   * Disk of the kubelet, such as `2Gi`.
   *
   * @default - none is kept
   */
  readonly ephemeralStorage?: string;
  /**
   * Number of processes.
   *
   * @default - none are kept
   */
  readonly pid?: number;
}

/** Something that a kubelet watches and evicts pods for. */
export type EvictionSignal =
  | 'memory.available'
  | 'nodefs.available'
  | 'nodefs.inodesFree'
  | 'imagefs.available'
  | 'imagefs.inodesFree'
  | 'containerfs.available'
  | 'containerfs.inodesFree'
  | 'pid.available';

/** Least that is to be left of what a kubelet watches, as quantities or percentages. */
export type EvictionThresholds = { readonly [S in EvictionSignal]?: string };

/** What a kubelet is told that means the same in every form of it. */
export interface KubeletSettings {
  /**
   * Most pods on a node.
   *
   * @default - 110, the kubelet's own
   */
  readonly maxPods?: number;
  /**
   * Most processes of one pod.
   *
   * @default - no limit but the node's
   */
  readonly podPidsLimit?: number;
  /**
   * Resources kept for Kubernetes' own processes.
   *
   * @default - nothing is kept
   */
  readonly kubeReserved?: ReservedResources;
  /**
   * Resources kept for the operating system.
   *
   * @default - nothing is kept
   */
  readonly systemReserved?: ReservedResources;
  /**
   * Thresholds below which pods are evicted at once; they take the place of all that a kubelet has by itself.
   *
   * @default - the kubelet's own thresholds
   */
  readonly evictionHard?: EvictionThresholds;
  /**
   * What an eviction frees above the threshold.
   *
   * @default - nothing above it
   */
  readonly evictionMinimumReclaim?: EvictionThresholds;
}

/** What a kubelet is told in typed form, as plain data. */
export interface KubeletModel extends KubeletSettings {
  /** Thresholds below which pods are evicted after a while. */
  readonly evictionSoft?: { readonly [S in EvictionSignal]?: SoftThresholdModel };
  /** Most seconds that evicted pods get to end by themselves. */
  readonly evictionMaxPodGraceSeconds?: number | undefined;
}

/** Threshold below which pods are evicted after a while, as plain data. */
export interface SoftThresholdModel {
  /** Least that is to be left, as a quantity or a percentage. */
  readonly threshold: string;
  /** Seconds for which less must be left. */
  readonly graceSeconds: number;
}

/** What is said of the kubelets of machines. */
export interface ToldKubelet {
  /** Typed settings. */
  readonly kubelet?: KubeletModel | undefined;
  /** Arguments by their names. */
  readonly kubeletExtraArgs: Readonly<Record<string, string>>;
}

type Arguments = Readonly<Record<string, string>>;

/** Settings by the arguments that carry them. */
const SETTINGS: Readonly<Record<string, keyof KubeletModel>> = {
  'max-pods': 'maxPods',
  'pod-max-pids': 'podPidsLimit',
  'kube-reserved': 'kubeReserved',
  'system-reserved': 'systemReserved',
  'eviction-hard': 'evictionHard',
  'eviction-minimum-reclaim': 'evictionMinimumReclaim',
  'eviction-soft': 'evictionSoft',
  'eviction-soft-grace-period': 'evictionSoft',
  'eviction-max-pod-grace-period': 'evictionMaxPodGraceSeconds',
};

/** Arguments of a kubelet, typed settings included. */
export function kubeletArguments({ kubelet, kubeletExtraArgs }: ToldKubelet): Arguments {
  return kubelet === undefined
    ? kubeletExtraArgs
    : { ...settingArguments(kubelet), ...kubeletExtraArgs };
}

/** Typed setting that an argument carries; absent where there is none. */
export function settingOf({ kubelet }: ToldKubelet, argument: string): string | undefined {
  const setting = Object.hasOwn(SETTINGS, argument) ? SETTINGS[argument] : undefined;
  return setting === undefined || kubelet?.[setting] === undefined ? undefined : setting;
}

function settingArguments(kubelet: KubeletModel): Arguments {
  const { evictionSoft: soft } = kubelet;
  const texts: Readonly<Record<string, string | undefined>> = {
    'max-pods': kubelet.maxPods?.toString(),
    'pod-max-pids': kubelet.podPidsLimit?.toString(),
    'kube-reserved': kubelet.kubeReserved && reserved(kubelet.kubeReserved),
    'system-reserved': kubelet.systemReserved && reserved(kubelet.systemReserved),
    'eviction-hard': joined(kubelet.evictionHard, '<', (text) => text),
    'eviction-minimum-reclaim': joined(kubelet.evictionMinimumReclaim, '=', (text) => text),
    'eviction-soft': joined(soft, '<', ({ threshold }) => threshold),
    'eviction-soft-grace-period': joined(soft, '=', ({ graceSeconds }) => `${graceSeconds}s`),
    'eviction-max-pod-grace-period': kubelet.evictionMaxPodGraceSeconds?.toString(),
  };
  const given: Record<string, string> = {};
  for (const name in texts) {
    const text = texts[name];
    if (text !== undefined && text !== '') given[name] = text;
  }
  return given;
}

function reserved({ cpu, memory, ephemeralStorage, pid }: ReservedResources): string | undefined {
  return joined({ cpu, memory, 'ephemeral-storage': ephemeralStorage, pid }, '=', String);
}

function joined<T>(
  items: Readonly<Record<string, T | undefined>> | undefined,
  sign: string,
  write: (item: T) => string,
): string | undefined {
  if (items === undefined) return undefined;
  const names = Object.keys(items).sort();
  return names
    .flatMap((name) => {
      const item = items[name];
      return item === undefined ? [] : [`${name}${sign}${write(item)}`];
    })
    .join(',');
}
