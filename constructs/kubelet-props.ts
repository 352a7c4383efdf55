import type { Duration } from 'cdk8s';
import { secondsOf } from '../lib/base/duration';
import type {
  EvictionSignal,
  KubeletModel,
  KubeletSettings,
  SoftThresholdModel,
} from '../lib/cluster/model/kubelet';

/** What the kubelets of machines are told; it reaches their arguments and the capacity that is derived. */
export interface KubeletProps extends KubeletSettings {
  /**
   * Thresholds below which pods are evicted when less is left for a while.
   *
   * @default - pods are evicted at once only
   */
  readonly evictionSoft?: { readonly [S in EvictionSignal]?: SoftThreshold };
  /**
   * Most time that pods get to end by themselves when they are evicted after a while.
   *
   * @default - they end at once
   */
  readonly evictionMaxPodGracePeriod?: Duration;
}

/** Threshold below which pods are evicted when less is left for a while. */
export interface SoftThreshold {
  /** Least that is to be left, as a quantity or a percentage. */
  readonly threshold: string;
  /** Time for which less must be left. */
  readonly gracePeriod: Duration;
}

/** Model data of what kubelets are told. */
export function kubeletModel(props: KubeletProps): KubeletModel {
  const { evictionSoft, evictionMaxPodGracePeriod, ...settings } = props;
  return {
    ...settings,
    ...(evictionSoft === undefined ? {} : { evictionSoft: softThresholds(evictionSoft) }),
    ...(evictionMaxPodGracePeriod === undefined
      ? {}
      : { evictionMaxPodGraceSeconds: secondsOf(evictionMaxPodGracePeriod) }),
  };
}

function softThresholds(
  thresholds: Readonly<Record<string, SoftThreshold>>,
): Readonly<Record<string, SoftThresholdModel>> {
  return Object.fromEntries(
    Object.entries(thresholds).map(([signal, { threshold, gracePeriod }]) => [
      signal,
      { threshold, graceSeconds: secondsOf(gracePeriod) },
    ]),
  );
}
