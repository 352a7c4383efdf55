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
import { CLOUD_CONF, VOLUME_CLUSTER_NAME } from '../model/addon-facts';
import { usualCloudConf } from '../model/cloud-conf';
import type { OpenStackAddonContext } from './addon-context';
import { cinderNodeAccess } from './cinder-node-access';
import { CINDER_DRIVER, cinderController, cinderNode } from './cinder-objects';
import { type CinderImages, KNOWN_CINDER_IMAGES } from './cinder-settings';
import { type CloudAccessOptions, cloudAccess } from './cloud-access';
import type { CloudConf } from './cloud-conf';
import { OPENSTACK_IMAGES } from './images';

/** Storage class of Cinder volumes. */
export interface CinderStorageClass extends CsiStorageClass {
  /**
   * Volume type in Cinder.
   *
   * @default - the cloud's default type
   */
  readonly volumeType?: string;
  /**
   * Availability zone of volumes.
   *
   * @default - the zone of the node
   */
  readonly availabilityZone?: string;
}

/** Options of {@link Addon.cinderCsi}. */
export interface CinderCsiOptions extends CloudAccessOptions, DeliveryOptions {
  /**
   * Release of the OpenStack cloud provider.
   *
   * @default - the first release for the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Images of the driver and its sidecar containers, such as those of a mirror.
   *
   * @default - the released images
   */
  readonly images?: CinderImages;
  /**
   * Name that distinguishes the cluster's volumes from those of other clusters in the project.
   *
   * @default - the cluster's name
   */
  readonly clusterName?: string;
  /**
   * Storage classes to create.
   *
   * @default - no classes
   */
  readonly storageClasses?: readonly CinderStorageClass[];
  /**
   * Whether volumes are created in the zone of the node that uses them.
   *
   * Set it to false if the zones of Cinder have other names than those of Nova, or if Cinder has one zone for all. A
   * cluster across several zones must set it, unless each storage class names its `availabilityZone`.
   *
   * @default true
   */
  readonly topology?: boolean;
  /**
   * Whether snapshots are supported; the cluster then needs the snapshot CRDs and their controller.
   *
   * @default false
   */
  readonly snapshots?: boolean;
  /**
   * Sections of `cloud.conf` and their keys, which override the derived ones.
   *
   * @default - only credentials
   */
  readonly cloudConf?: CloudConf;
}

/** Defaults of {@link CinderStorageClass} and {@link CinderCsiOptions}. */
export const CINDER_CSI_DEFAULTS = Object.freeze({
  topology: true,
  snapshots: false,
} as const);

/** Type of the addon. */
export const CINDER_CSI = 'cinder-csi';

const CLOUD = { kind: 'openstack', part: 'csi-driver' } as const;
const CONFIG_NAME = 'cinder-csi-cloud-config';

/** Storage settings of the driver. */
const STORAGE: CsiStorage<CinderStorageClass> = {
  addon: CINDER_CSI,
  driver: CINDER_DRIVER,
  spec: { attachRequired: true, podInfoOnMount: true, volumeLifecycleModes: ['Persistent'] },
  parametersOf: ({ volumeType, availabilityZone }) => ({
    ...(volumeType === undefined ? {} : { type: volumeType }),
    ...(availabilityZone === undefined ? {} : { availability: availabilityZone }),
  }),
};

/** Describes the Cinder CSI driver. */
export function describeCinderCsi(options: CinderCsiOptions): DescribeAddon {
  const classes = options.storageClasses ?? [];
  const snapshots = options.snapshots ?? CINDER_CSI_DEFAULTS.snapshots;
  return cloudAddon(CINDER_CSI, CLOUD, (context: OpenStackAddonContext) => {
    const version = plainRelease(
      options.version ?? knownRelease(OPENSTACK_IMAGES.cinderCsiPlugin, context.kubernetesVersion),
    );
    const chosen = addonImages(context, KNOWN_CINDER_IMAGES, options.images, {
      plugin: version,
    });
    const { cloudConf = {} } = options;
    const sections = usualCloudConf(cloudConf);
    const { payload, objects, plaintext } = cloudAccess(context, {
      ...options,
      configName: CONFIG_NAME,
      sections,
    });
    const clusterName = options.clusterName ?? context.name;
    const topology = options.topology ?? CINDER_CSI_DEFAULTS.topology;
    const settings = {
      version,
      images: chosen.images,
      plaintext,
      snapshots,
      topology,
      configName: CONFIG_NAME,
    };
    const node = cinderNodeAccess(settings, sections);
    const entries = [
      { key: 'controller', documents: [...objects, ...cinderController(settings, clusterName)] },
      { key: 'node', documents: [...node.objects, ...cinderNode(settings, node, clusterName)] },
      { key: 'storage', documents: storageObjects(STORAGE, classes) },
    ];
    return {
      type: CINDER_CSI,
      skew: { older: 1, newer: 0, imageProp: 'images.plugin' },
      strategy: 'Reconcile',
      version,
      images: within('images', chosen.given),
      facts: {
        ...VOLUME_CLUSTER_NAME.is(clusterName),
        ...CLOUD_CONF.is({ given: cloudConf, merged: sections }),
      },
      plaintextCredentials: plaintext,
      ...(options.topology === undefined ? {} : { volumeTopology: options.topology }),
      storageClasses: classes.map((one) => ({
        ...knownClass(one),
        ...(one.availabilityZone === undefined ? {} : { availabilityZone: one.availabilityZone }),
      })),
      payload: [...payload, { kind: 'configMap', suffix: '', entries }],
    };
  });
}
