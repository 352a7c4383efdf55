import { always, type KnownImage } from '../../cluster/model/known-image';

/** Images of addons that exist only for Hetzner Cloud. */
export const HETZNER_IMAGES = {
  cloudControllerManager: {
    repository: 'docker.io/hetznercloud/hcloud-cloud-controller-manager',
    tag: always('v1.35.0'),
  },
  csiDriver: {
    repository: 'docker.io/hetznercloud/hcloud-csi-driver',
    tag: always('v2.22.0'),
  },
} satisfies Readonly<Record<string, KnownImage>>;
