import { addonImages, within } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { scratchManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import { knownRelease } from '../../cluster/model/images';
import { CLOUD_CONF, VOLUME_CLUSTER_NAME } from '../model/addon-facts';
import { usualCloudConf } from '../model/cloud-conf';
import type { OpenStackAddonContext } from './addon-context';
import { cinderNodeAccess } from './cinder-node-access';
import { CINDER_DRIVER, cinderController, cinderNode } from './cinder-objects';
import { CINDER_IMAGE_NAMES, type CinderImages } from './cinder-settings';
import { type CloudAccessOptions, cloudAccess } from './cloud-access';
import type { CloudConf } from './cloud-conf';

/** Storage class of Cinder volumes. */
export interface CinderStorageClass {
  /** Name of the class. */
  readonly name: string;
  /**
   * Whether claims that name no class get this one.
   *
   * @default false
   */
  readonly default?: boolean;
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
  /**
   * File system of volumes.
   *
   * @default 'ext4'
   */
  readonly fsType?: string;
  /**
   * What becomes of a volume whose claim is deleted.
   *
   * @default 'Delete'
   */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
  /**
   * When a volume is made for a claim.
   *
   * @default 'WaitForFirstConsumer'
   */
  readonly volumeBindingMode?: 'WaitForFirstConsumer' | 'Immediate';
  /**
   * Whether volumes may grow.
   *
   * @default true
   */
  readonly allowVolumeExpansion?: boolean;
}

/** Options of {@link Addon.cinderCsi}. */
export interface CinderCsiOptions extends CloudAccessOptions, DeliveryOptions {
  /**
   * Release of the OpenStack cloud provider.
   *
   * @default - the first of the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Images of the driver and of the containers beside it, such as those of a mirror.
   *
   * @default - the released ones
   */
  readonly images?: CinderImages;
  /**
   * Name that tells the cluster's volumes from those of others in the project.
   *
   * @default - the cluster's name
   */
  readonly clusterName?: string;
  /**
   * Storage classes that are made.
   *
   * @default - no classes
   */
  readonly storageClasses?: readonly CinderStorageClass[];
  /**
   * Whether volumes are made in the zone of the node that they are for.
   *
   * Set it to false where Cinder has zones of other names than Nova, or one zone for all. A cluster over several zones
   * has to say so, unless each storage class names its `availabilityZone`.
   *
   * @default true
   */
  readonly topology?: boolean;
  /**
   * Whether snapshots are taken, for which the cluster needs the snapshot CRDs and their controller.
   *
   * @default false
   */
  readonly snapshots?: boolean;
  /**
   * Sections of `cloud.conf` and their keys, over those that are derived.
   *
   * @default - credentials alone
   */
  readonly cloudConf?: CloudConf;
}

/** Defaults of {@link CinderStorageClass} and {@link CinderCsiOptions}. */
export const CINDER_CSI_DEFAULTS = Object.freeze({
  default: false,
  fsType: 'ext4',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
  topology: true,
  snapshots: false,
} as const);

/** Name that the user gives the addon by choosing it. */
export const CINDER_CSI = 'cinder-csi';

const CLOUD = { kind: 'openstack', part: 'csi-driver' } as const;
const CONFIG_NAME = 'cinder-csi-cloud-config';
const DEFAULT_CLASS_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/** Describes the Cinder CSI driver. */
export function describeCinderCsi(options: CinderCsiOptions): DescribeAddon {
  const classes = options.storageClasses ?? [];
  const snapshots = options.snapshots ?? CINDER_CSI_DEFAULTS.snapshots;
  return cloudAddon(CINDER_CSI, CLOUD, (context: OpenStackAddonContext) => {
    const version = plainRelease(
      options.version ?? knownRelease('cinderCsiPlugin', context.kubernetesVersion),
    );
    const chosen = addonImages(context, CINDER_IMAGE_NAMES, options.images, {
      cinderCsiPlugin: version,
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
      { key: 'storage', documents: storageObjects(classes) },
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
        name: one.name,
        ...(one.availabilityZone === undefined ? {} : { availabilityZone: one.availabilityZone }),
        default: one.default ?? CINDER_CSI_DEFAULTS.default,
      })),
      payload: [...payload, { kind: 'configMap', suffix: '', entries }],
    };
  });
}

function storageObjects(classes: readonly CinderStorageClass[]): readonly Manifest[] {
  return scratchManifests([CINDER_CSI, 'storage', classes], (chart, k8s) => {
    new k8s.KubeCsiDriver(chart, 'driver', {
      metadata: { name: CINDER_DRIVER },
      spec: {
        attachRequired: true,
        podInfoOnMount: true,
        volumeLifecycleModes: ['Persistent'],
      },
    });
    classes.forEach((storageClass, index) => {
      new k8s.KubeStorageClass(chart, `class-${index}`, storageClassProps(storageClass));
    });
  });
}

function storageClassProps(storageClass: CinderStorageClass) {
  const { name, volumeType, availabilityZone, default: isDefault, ...rest } = storageClass;
  const settings = { ...CINDER_CSI_DEFAULTS, ...rest };
  return {
    metadata: {
      name,
      ...((isDefault ?? CINDER_CSI_DEFAULTS.default) && {
        annotations: { [DEFAULT_CLASS_ANNOTATION]: 'true' },
      }),
    },
    provisioner: CINDER_DRIVER,
    parameters: {
      'csi.storage.k8s.io/fstype': settings.fsType,
      ...(volumeType === undefined ? {} : { type: volumeType }),
      ...(availabilityZone === undefined ? {} : { availability: availabilityZone }),
    },
    reclaimPolicy: settings.reclaimPolicy,
    volumeBindingMode: settings.volumeBindingMode,
    allowVolumeExpansion: settings.allowVolumeExpansion,
  };
}
