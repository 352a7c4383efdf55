import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { ImageReference } from './image-reference';

/** Image that the library uses: its repository, and its tag for each Kubernetes version. */
export interface KnownImage {
  readonly repository: string;
  /** Location of its newer releases; absent if it has not moved. */
  readonly moved?: MovedImage;
  readonly tag: (kubernetesVersion: string) => string;
}

/** Location of the newer releases of an image. */
export interface MovedImage {
  /** First patch that is there, by minor; later minors are there completely, earlier ones not at all. */
  readonly since: Readonly<Record<number, number>>;
  readonly repository: string;
}

/**
 * Returns the reference to a known image for a Kubernetes version, without a digest.
 *
 * @param release Release of the software without a `v`, if it is not the one for the Kubernetes version.
 */
export function knownImage(
  { repository, moved, tag }: KnownImage,
  kubernetesVersion = '',
  release?: string,
): ImageReference {
  const wanted = release === undefined ? tag(kubernetesVersion) : `v${release}`;
  const isThere = moved !== undefined && hasMoved(moved, wanted);
  return { repository: isThere ? moved.repository : repository, tag: wanted };
}

function hasMoved({ since }: MovedImage, release: string): boolean {
  const { minor, patch } = tryParseKubernetesVersion(release) ?? { minor: 0, patch: 0 };
  const first = since[minor];
  if (first !== undefined) return patch >= first;
  return minor > Math.max(...Object.keys(since).map(Number));
}

/** Returns the software release of a known image, which is its tag without the `v`. */
export function knownRelease({ tag }: KnownImage, kubernetesVersion = ''): string {
  return tag(kubernetesVersion).replace(/^v/, '');
}

/** Uses one tag for every Kubernetes version. */
export function always(tag: string): KnownImage['tag'] {
  return () => tag;
}

/** Uses the Kubernetes minor, with patch 0 or the patch given for the minor. */
export function ofMinor(patches: Readonly<Record<number, number>> = {}): KnownImage['tag'] {
  return (version) => {
    const minor = tryParseKubernetesVersion(version)?.minor;
    return minor === undefined ? version : `v1.${minor}.${patches[minor] ?? 0}`;
  };
}
