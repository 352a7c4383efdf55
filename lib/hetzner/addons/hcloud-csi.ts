import { addonImages, within } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import {
  type CsiStorage,
  type CsiStorageClass,
  knownClass,
  storageObjects,
} from '../../addons/catalogue/csi-storage';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { knownRelease } from '../../cluster/model/known-image';
import type { HetznerAddonContext } from './addon-context';
import { csiController, csiNode } from './csi-objects';
import { HCLOUD_CSI_DRIVER, type HCloudCsiImages, KNOWN_HCLOUD_IMAGES } from './csi-settings';
import { HETZNER_IMAGES } from './images';
import { type TokenAccessOptions, tokenAccess } from './token-access';

/** Secret with the passphrase of encrypted volumes. */
export interface VolumePassphrase {
  /** Name of the Secret in the workload cluster, which has the key `encryption-passphrase`. */
  readonly name: string;
  /**
   * Namespace of the Secret.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;
}

/** Storage class of Hetzner Cloud volumes. */
export interface HCloudStorageClass extends CsiStorageClass {
  /**
   * Existing Secret with the passphrase that nodes use to encrypt volumes with LUKS. Nodes need `cryptsetup`.
   *
   * @default - volumes are not encrypted
   */
  readonly encryption?: VolumePassphrase;
}

/** Options of {@link Addon.hcloudCsi}. */
export interface HCloudCsiOptions extends TokenAccessOptions, DeliveryOptions {
  /**
   * Release of the driver, which does not follow Kubernetes versions.
   *
   * @default - the release that the library knows
   */
  readonly version?: string;
  /**
   * Images of the driver and its sidecars, for example from a mirror.
   *
   * @default - the released images
   */
  readonly images?: HCloudCsiImages;
  /**
   * Storage classes to create.
   *
   * @default - no classes
   */
  readonly storageClasses?: readonly HCloudStorageClass[];
}

/** Defaults of {@link VolumePassphrase}. */
export const VOLUME_PASSPHRASE_DEFAULTS = Object.freeze({ namespace: 'kube-system' });

/** Name of the addon. */
export const HCLOUD_CSI = 'hcloud-csi';

const CLOUD = { kind: 'hetzner', part: 'csi-driver' } as const;

/** Storage settings of the driver. */
const STORAGE: CsiStorage<HCloudStorageClass> = {
  addon: HCLOUD_CSI,
  driver: HCLOUD_CSI_DRIVER,
  spec: {
    attachRequired: true,
    podInfoOnMount: true,
    fsGroupPolicy: 'File',
    volumeLifecycleModes: ['Persistent'],
  },
  parametersOf: ({ encryption }) => (encryption === undefined ? {} : passphraseRef(encryption)),
};

/** Describes the CSI driver of Hetzner Cloud. */
export function describeHCloudCsi(options: HCloudCsiOptions): DescribeAddon {
  const classes = options.storageClasses ?? [];
  return cloudAddon(HCLOUD_CSI, CLOUD, (context: HetznerAddonContext) => {
    const version = plainRelease(options.version ?? knownRelease(HETZNER_IMAGES.csiDriver));
    const { images, given } = addonImages(context, KNOWN_HCLOUD_IMAGES, options.images, {
      driver: version,
    });
    const { token, payload } = tokenAccess(context, options);
    const settings = { images, token };
    const entries = [
      { key: 'controller', documents: csiController(settings) },
      { key: 'node', documents: csiNode(settings) },
      { key: 'storage', documents: storageObjects(STORAGE, classes) },
    ];
    return {
      type: HCLOUD_CSI,
      strategy: 'Reconcile',
      version,
      images: within('images', given),
      storageClasses: classes.map(knownClass),
      payload: [...payload, { kind: 'configMap', suffix: '', entries }],
    };
  });
}

function passphraseRef({ name, namespace }: VolumePassphrase): Readonly<Record<string, string>> {
  return {
    'csi.storage.k8s.io/node-publish-secret-name': name,
    'csi.storage.k8s.io/node-publish-secret-namespace':
      namespace ?? VOLUME_PASSPHRASE_DEFAULTS.namespace,
  };
}
