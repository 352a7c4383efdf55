import { tryParseKubernetesVersion } from '../../lib/model/kubernetes-version';

/** Release as images are tagged but for the `v`, such as `1.32.0`. */
export function plainRelease(version: string): string {
  return version.replace(/^v/, '');
}

/** Release of software whose minor number is Kubernetes' own, such as `1.32.0`. */
export function matchingRelease(
  kubernetesVersion: string,
  patches: Readonly<Record<number, number>> = {},
): string {
  const minor = tryParseKubernetesVersion(kubernetesVersion)?.minor;
  return minor === undefined ? kubernetesVersion : `1.${minor}.${patches[minor] ?? 0}`;
}
