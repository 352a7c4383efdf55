import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { ImageReference } from './image-reference';

/** Image that the library writes: where it is, and which tag goes with a Kubernetes version. */
export interface KnownImage {
  readonly repository: string;
  /** Where it is from a Kubernetes minor on; absent where it has not moved. */
  readonly moved?: { readonly since: number; readonly repository: string };
  readonly tag: (kubernetesVersion: string) => string;
}

/** Reference to a known image for a Kubernetes version, without a digest. */
export function knownImage(
  { repository, moved, tag }: KnownImage,
  kubernetesVersion = '',
): ImageReference {
  const hasMoved = moved !== undefined && minorOr0(kubernetesVersion) >= moved.since;
  return { repository: hasMoved ? moved.repository : repository, tag: tag(kubernetesVersion) };
}

/** Tag of a known image without its `v`, which is the release of the software. */
export function knownRelease({ tag }: KnownImage, kubernetesVersion = ''): string {
  return tag(kubernetesVersion).replace(/^v/, '');
}

/** One tag for every Kubernetes version. */
export function always(tag: string): KnownImage['tag'] {
  return () => tag;
}

/** Tag of software whose minor is Kubernetes' own: its first release, or the patch that is given. */
export function ofMinor(patches: Readonly<Record<number, number>> = {}): KnownImage['tag'] {
  return (version) => {
    const minor = tryParseKubernetesVersion(version)?.minor;
    return minor === undefined ? version : `v1.${minor}.${patches[minor] ?? 0}`;
  };
}

/** Minor of a Kubernetes version, or 0 for what is none. */
export function minorOr0(version: string): number {
  return tryParseKubernetesVersion(version)?.minor ?? 0;
}
