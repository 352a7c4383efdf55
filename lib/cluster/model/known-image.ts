import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { ImageReference } from './image-reference';

/** Image that the library writes: where it is, and which tag goes with a Kubernetes version. */
export interface KnownImage {
  readonly repository: string;
  /** Where its newer releases are; absent where it has not moved. */
  readonly moved?: MovedImage;
  readonly tag: (kubernetesVersion: string) => string;
}

/** Place of the newer releases of an image. */
export interface MovedImage {
  /** First patch that is there, by the minor of a release; of later minors all are there, of earlier ones none. */
  readonly since: Readonly<Record<number, number>>;
  readonly repository: string;
}

/**
 * Reference to a known image for a Kubernetes version, without a digest.
 *
 * @param release Release of the software without a `v`, where it is not the one that goes with the Kubernetes version.
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
