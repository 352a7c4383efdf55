import { tryParseKubernetesVersion, versionTag } from '../../base/kubernetes-version';
import { KNOWN_DIGESTS } from './image-digests';
import { type ImageReference, imageLocation, imageText, tryParseImage } from './image-reference';
import { always, type KnownImage, ofMinor } from './known-image';

const REGISTRY = 'registry.k8s.io';
const STORAGE = `${REGISTRY}/sig-storage`;
/** First Kubernetes minor with a kubectl image, which is also used for older minors. */
const FIRST_KUBECTL = { minor: 28, tag: 'v1.28.15' };
/** Tags of etcd images; the newer one is used from a Kubernetes minor on. */
const ETCD = { tag: '3.5.24-0', newer: '3.6.6-0', newerSince: 34 };
/** First autoscaler patch releases, by minor, that support references without a version. */
const AUTOSCALER_PATCHES: Readonly<Record<number, number>> = { 30: 7, 31: 5, 32: 7, 33: 1, 36: 1 };

/** Images that the library uses on every cloud. */
export const IMAGES = {
  clusterAutoscaler: {
    repository: `${REGISTRY}/autoscaling/cluster-autoscaler`,
    tag: ofMinor(AUTOSCALER_PATCHES),
  },
  csiAttacher: { repository: `${STORAGE}/csi-attacher`, tag: always('v4.7.0') },
  csiProvisioner: { repository: `${STORAGE}/csi-provisioner`, tag: always('v5.1.0') },
  csiResizer: { repository: `${STORAGE}/csi-resizer`, tag: always('v1.12.0') },
  csiSnapshotter: { repository: `${STORAGE}/csi-snapshotter`, tag: always('v8.1.0') },
  csiNodeDriverRegistrar: {
    repository: `${STORAGE}/csi-node-driver-registrar`,
    tag: always('v2.12.0'),
  },
  livenessProbe: { repository: `${STORAGE}/livenessprobe`, tag: always('v2.14.0') },
  etcd: {
    repository: `${REGISTRY}/etcd`,
    tag: (version: string) => {
      const minor = tryParseKubernetesVersion(version)?.minor ?? 0;
      return minor >= ETCD.newerSince ? ETCD.newer : ETCD.tag;
    },
  },
  kubectl: {
    repository: `${REGISTRY}/kubectl`,
    tag: (version: string) => {
      const minor = tryParseKubernetesVersion(version)?.minor ?? FIRST_KUBECTL.minor;
      return minor < FIRST_KUBECTL.minor ? FIRST_KUBECTL.tag : versionTag(version);
    },
  },
  curl: { repository: 'docker.io/curlimages/curl', tag: always('8.11.1') },
  rclone: { repository: 'docker.io/rclone/rclone', tag: always('1.68.2') },
  nvidiaDevicePlugin: { repository: 'nvcr.io/nvidia/k8s-device-plugin', tag: always('v0.17.1') },
  kubeVip: { repository: 'ghcr.io/kube-vip/kube-vip', tag: always('v0.8.9') },
} as const satisfies Readonly<Record<string, KnownImage>>;

/** Digests by tagged reference, as written by `capi-fleet images --resolve`. */
export type ImageDigests = Readonly<Record<string, string>>;

/** Mirror registries, with an optional path prefix, by the registries that they replace. */
export type ImageRegistries = Readonly<Record<string, string>>;

/**
 * Returns the image of a pod: the given one, or else the known one, with its digest if that is known.
 *
 * A given image with neither tag nor digest gets the tag of the known one.
 */
export function chosenImage(
  given: string | undefined,
  known: ImageReference,
  digests: ImageDigests | undefined,
): string {
  const parsed = given === undefined ? known : tryParseImage(given);
  if (parsed === undefined) return String(given);
  const { tag, digest } = parsed;
  const whole = tag === undefined && digest === undefined ? { ...known, ...parsed } : parsed;
  return pinnedImage(imageText(whole), digests);
}

/** Returns the image in the mirror of its registry, if there is one, with its digest if that is known. */
export function movedImage(
  image: string,
  registries: ImageRegistries,
  digests: ImageDigests | undefined,
): string {
  const parsed = tryParseImage(image);
  if (parsed === undefined) return image;
  const { registry, path } = imageLocation(parsed);
  const other = ownValue(registries, registry);
  if (other === undefined) return image;
  return pinnedImage(imageText({ ...parsed, repository: `${other}/${path}` }), digests);
}

/** Adds the known digest of its tag to an image; an image with a digest, or without a known one, is unchanged. */
export function pinnedImage(image: string, digests: ImageDigests | undefined): string {
  const digest = ownValue(digests, tagged(image)) ?? ownValue(KNOWN_DIGESTS, image)?.digest;
  return digest === undefined ? image : `${image}@${digest}`;
}

/** Adds the tag `latest` to an image with neither tag nor digest. */
export function tagged(image: string): string {
  const { repository, tag, digest } = tryParseImage(image) ?? { repository: image, tag: '' };
  return (tag ?? digest) === undefined ? `${repository}:latest` : image;
}

function ownValue<T>(from: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return from !== undefined && Object.hasOwn(from, key) ? from[key] : undefined;
}
