import type { Fields } from '../../../base/fields';
import type { PodSecurityLevel } from '../../../cluster/model/pod-security';
import { BASELINE_CHECKS, HOST_CHECK } from './baseline';
import { checkedPod, type PodCheck, type PodViolation } from './pod-violation';
import { RESTRICTED_CHECKS } from './restricted';

/** First minor version of Kubernetes whose `baseline` checks the hosts of probes. */
const HOSTS_SINCE = 34;

/** Level of the Pod Security Standards, as defined by one version of Kubernetes. */
export interface PodSecurityPolicy {
  /** Level that pods must meet. */
  readonly level: PodSecurityLevel;
  /** Version, such as `v1.32`, or `latest`. */
  readonly version: string;
}

/** Finds the fields that keep a pod out of a namespace with a level of the Pod Security Standards. */
export function podViolations(
  { level, version }: PodSecurityPolicy,
  spec: Fields,
  annotations: Fields = {},
): readonly PodViolation[] {
  const pod = checkedPod(spec, annotations);
  return checksOf(level, version).flatMap((check) => check(pod));
}

function checksOf(level: PodSecurityLevel, version: string): readonly PodCheck[] {
  if (level === 'privileged') return [];
  const minor = /^v1\.(\d+)$/.exec(version)?.[1];
  const baseline =
    minor !== undefined && Number(minor) < HOSTS_SINCE
      ? BASELINE_CHECKS
      : [...BASELINE_CHECKS, HOST_CHECK];
  return level === 'baseline' ? baseline : [...baseline, ...RESTRICTED_CHECKS];
}
