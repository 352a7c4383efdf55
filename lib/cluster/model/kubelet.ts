/** Node resources that a kubelet reserves, as quantities. */
export interface ReservedResources {
  /**
   * CPUs, such as `500m`.
   *
   * @default - none are reserved
   */
  readonly cpu?: string;
  /**
   * Memory, such as `1Gi`.
   *
   * @default - none is reserved
   */
  readonly memory?: string;
  /**
   * Ephemeral storage, such as `2Gi`.
   *
   * @default - none is reserved
   */
  readonly ephemeralStorage?: string;
  /**
   * Number of processes.
   *
   * @default - none are reserved
   */
  readonly pid?: number;
}

/** Signal that makes a kubelet evict pods. */
export type EvictionSignal =
  | 'memory.available'
  | 'nodefs.available'
  | 'nodefs.inodesFree'
  | 'imagefs.available'
  | 'imagefs.inodesFree'
  | 'containerfs.available'
  | 'containerfs.inodesFree'
  | 'pid.available';

/** Minimum that must stay available for each signal, as quantities or percentages. */
export type EvictionThresholds = { readonly [S in EvictionSignal]?: string };

/** Kubelet settings that are the same in props and model. */
export interface KubeletSettings {
  /**
   * Maximum number of pods on a node.
   *
   * @default - 110, the kubelet's default
   */
  readonly maxPods?: number;
  /**
   * Maximum number of processes in one pod.
   *
   * @default - only the limit of the node
   */
  readonly podPidsLimit?: number;
  /**
   * Resources reserved for Kubernetes components.
   *
   * @default - nothing is reserved
   */
  readonly kubeReserved?: ReservedResources;
  /**
   * Resources reserved for the operating system.
   *
   * @default - nothing is reserved
   */
  readonly systemReserved?: ReservedResources;
  /**
   * Thresholds below which pods are evicted at once; they replace all default thresholds of the kubelet.
   *
   * @default - the kubelet's default thresholds
   */
  readonly evictionHard?: EvictionThresholds;
  /**
   * Amount that an eviction frees beyond the threshold.
   *
   * @default - nothing beyond it
   */
  readonly evictionMinimumReclaim?: EvictionThresholds;
}

/** Typed kubelet settings, as plain data. */
export interface KubeletModel extends KubeletSettings {
  /** Thresholds below which pods are evicted after a grace period. */
  readonly evictionSoft?: { readonly [S in EvictionSignal]?: SoftThresholdModel };
  /** Maximum seconds that evicted pods get to terminate. */
  readonly evictionMaxPodGraceSeconds?: number | undefined;
}

/** Threshold below which pods are evicted after a grace period, as plain data. */
export interface SoftThresholdModel {
  /** Minimum that must stay available, as a quantity or a percentage. */
  readonly threshold: string;
  /** Seconds that the value must be below the threshold. */
  readonly graceSeconds: number;
}

/** Kubelet configuration of machines. */
export interface ToldKubelet {
  /** Typed settings. */
  readonly kubelet?: KubeletModel | undefined;
  /** Arguments, by name. */
  readonly kubeletExtraArgs: Readonly<Record<string, string>>;
}

type Arguments = Readonly<Record<string, string>>;

/** Typed settings, by the argument that carries them. */
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

/** Returns the arguments of a kubelet, including those from typed settings. */
export function kubeletArguments({ kubelet, kubeletExtraArgs }: ToldKubelet): Arguments {
  return kubelet === undefined
    ? kubeletExtraArgs
    : { ...settingArguments(kubelet), ...kubeletExtraArgs };
}

/** Returns the typed setting that an argument carries, or undefined if it is not set. */
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
