import { type KnownImage, ofMinor } from '../../cluster/model/known-image';

const REGISTRY = 'registry.k8s.io';

/** Images of addons that exist only for OpenStack. */
export const OPENSTACK_IMAGES = {
  cloudControllerManager: {
    repository: `${REGISTRY}/provider-os/openstack-cloud-controller-manager`,
    tag: ofMinor(),
  },
  cinderCsiPlugin: { repository: `${REGISTRY}/provider-os/cinder-csi-plugin`, tag: ofMinor() },
} satisfies Readonly<Record<string, KnownImage>>;
