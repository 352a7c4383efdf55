import { always, type KnownImage, ofMinor } from '../../cluster/model/known-image';

const REGISTRY = 'registry.k8s.io';

/** Images of addons that exist only for vSphere. */
export const VSPHERE_IMAGES = {
  cloudControllerManager: {
    repository: `${REGISTRY}/cloud-pv-vsphere/cloud-provider-vsphere`,
    tag: ofMinor(),
  },
  csiDriver: { repository: `${REGISTRY}/csi-vsphere/driver`, tag: always('v3.5.0') },
  csiSyncer: { repository: `${REGISTRY}/csi-vsphere/syncer`, tag: always('v3.5.0') },
} satisfies Readonly<Record<string, KnownImage>>;
