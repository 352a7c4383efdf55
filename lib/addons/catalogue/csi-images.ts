import { IMAGES } from '../../cluster/model/images';
import type { KnownImage } from '../../cluster/model/known-image';

/** Images of the sidecars of a CSI driver, for example from a mirror; one without a tag gets that of the known image. */
export interface CsiImages {
  /**
   * Image of the container that attaches volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-attacher`
   */
  readonly attacher?: string;
  /**
   * Image of the container that creates volumes.
   *
   * @default - `registry.k8s.io/sig-storage/csi-provisioner`
   */
  readonly provisioner?: string;
  /**
   * Image of the container that expands volumes.
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
   * Image of the container that checks the health of the driver.
   *
   * @default - `registry.k8s.io/sig-storage/livenessprobe`
   */
  readonly livenessProbe?: string;
}

/** Known images by prop. */
export const KNOWN_CSI_IMAGES: Readonly<Record<keyof CsiImages, KnownImage>> = Object.freeze({
  attacher: IMAGES.csiAttacher,
  provisioner: IMAGES.csiProvisioner,
  resizer: IMAGES.csiResizer,
  snapshotter: IMAGES.csiSnapshotter,
  registrar: IMAGES.csiNodeDriverRegistrar,
  livenessProbe: IMAGES.livenessProbe,
});
