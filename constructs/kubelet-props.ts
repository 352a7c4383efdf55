import type { Duration } from 'cdk8s';
import { secondsOf } from '../lib/base/duration';
import type {
  EvictionSignal,
  KubeletModel,
  KubeletSettings,
  SoftThresholdModel,
} from '../lib/cluster/model/kubelet';

/** Kubelet settings of machines; they determine its arguments and the computed capacity. */
export interface KubeletProps extends KubeletSettings {
  /**
   * Soft eviction thresholds: pods are evicted after less is available for a grace period.
   *
   * @default - only hard eviction
   */
  readonly evictionSoft?: { readonly [S in EvictionSignal]?: SoftThreshold };
  /**
   * Maximum termination grace period of pods after a soft eviction.
   *
   * @default - pods are terminated at once
   */
  readonly evictionMaxPodGracePeriod?: Duration;
}

/** Soft eviction threshold: pods are evicted after less is available for a grace period. */
export interface SoftThreshold {
  /** Minimum that must be available, as a quantity or a percentage. */
  readonly threshold: string;
  /** Time for which less must be available before pods are evicted. */
  readonly gracePeriod: Duration;
}

/** Converts kubelet props to model data. */
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
