import { IMAGES } from '../../cluster/model/images';
import type { KnownImage } from '../../cluster/model/known-image';

/** Images of the containers beside a storage driver, such as those of a mirror; one without a tag gets that of the known image. */
export interface CsiImages {
  /**
   * Image of the container that attaches volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-attacher`
   */
  readonly attacher?: string;
  /**
   * Image of the container that makes volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-provisioner`
   */
  readonly provisioner?: string;
  /**
   * Image of the container that grows volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-resizer`
   */
  readonly resizer?: string;
  /**
   * Image of the container that takes snapshots.
   *
   * @default - `registry.k8s.io/sig-storage/csi-snapshotter`
   */
  readonly snapshotter?: string;
  /**
   * Image of the container that registers the driver with the kubelet.
   *
   * @default - `registry.k8s.io/sig-storage/csi-node-driver-registrar`
   */
  readonly registrar?: string;
  /**
   * Image of the container that watches the driver.
   *
   * @default - `registry.k8s.io/sig-storage/livenessprobe`
   */
  readonly livenessProbe?: string;
}

/** Known images by the names of their props. */
export const KNOWN_CSI_IMAGES: Readonly<Record<keyof CsiImages, KnownImage>> = Object.freeze({
  attacher: IMAGES.csiAttacher,
  provisioner: IMAGES.csiProvisioner,
  resizer: IMAGES.csiResizer,
  snapshotter: IMAGES.csiSnapshotter,
  registrar: IMAGES.csiNodeDriverRegistrar,
  livenessProbe: IMAGES.livenessProbe,
});
