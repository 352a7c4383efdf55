import type { AddonContext } from '../../addons/catalogue/addon-parts';
import { chosenImage, IMAGES } from '../../cluster/model/images';
import { knownImage } from '../../cluster/model/known-image';
import type { KubeadmCluster } from '../model/cluster';

/** Returns the image with `etcdctl`: the given one, the one of the cluster's etcd, or the default for its version. */
export function etcdImage(
  context: AddonContext<KubeadmCluster>,
  given: string | undefined,
): string {
  const { controlPlane, kubernetesVersion, imageDigests } = context;
  const { imageRepository, imageTag } =
    controlPlane.etcd?.kind === 'local' ? controlPlane.etcd : {};
  const known = knownImage(IMAGES.etcd, kubernetesVersion);
  const own = {
    ...known,
    ...(imageRepository === undefined ? {} : { repository: `${imageRepository}/etcd` }),
    ...(imageTag === undefined ? {} : { tag: imageTag }),
  };
  return chosenImage(given, own, imageDigests);
}
