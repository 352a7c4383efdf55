import { minorOf } from '../../lib/model/kubernetes-version';
import type { AddonContext } from './addon-parts';

const REPOSITORY = 'registry.k8s.io';
const TAG = '3.5.24-0';
const TAG_OF_NEWER = '3.6.6-0';
const NEWER_SINCE = 34;

/** Image whose `etcdctl` goes with a cluster's etcd; its own one where that is known. */
export function etcdImage({ controlPlane: { etcd }, kubernetesVersion }: AddonContext): string {
  const { imageRepository = REPOSITORY, imageTag } = etcd?.kind === 'local' ? etcd : {};
  const isNewer = (minorOf(kubernetesVersion) ?? 0) >= NEWER_SINCE;
  return `${imageRepository}/etcd:${imageTag ?? (isNewer ? TAG_OF_NEWER : TAG)}`;
}
