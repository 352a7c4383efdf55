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
import { cloudName } from '../../cluster/model/cloud-name';
import { knownRelease } from '../../cluster/model/known-image';
import { VOLUME_CLUSTER_ID } from '../model/addon-facts';
import type { VSphereCloudModel } from '../model/cloud';
import { type AccountAccessOptions, accountPayload } from './account-access';
import type { VSphereAddonContext } from './addon-context';
import { csiController, csiNode } from './csi-objects';
import {
  CSI_CONFIG,
  CSI_FEATURES,
  KNOWN_VSPHERE_IMAGES,
  VSPHERE_CSI_DRIVER,
  type VSphereCsiImages,
} from './csi-settings';
import { VSPHERE_IMAGES } from './images';
import { datacentersOf, settingsMap } from './settings-map';

/** Storage class of vSphere volumes. */
export interface VSphereStorageClass extends CsiStorageClass {
  /**
   * Storage policy of the vCenter that the volumes' datastore must satisfy.
   *
   * @default - the vCenter's default policy
   */
  readonly storagePolicyName?: string;
  /**
   * URL of the datastore for volumes, such as `ds:///vmfs/volumes/vsan:52cd…/`.
   *
   * @default - a datastore that satisfies the policy
   */
  readonly datastoreUrl?: string;
}

/** Options of {@link Addon.vSphereCsi}. */
export interface VSphereCsiOptions extends AccountAccessOptions, DeliveryOptions {
  /**
   * Release of the driver.
   *
   * @default '3.5.0'
   */
  readonly version?: string;
  /**
   * Images of the driver and its sidecars, for example from a mirror.
   *
   * @default - the released images
   */
  readonly images?: VSphereCsiImages;
  /**
   * Identifier that distinguishes the cluster's volumes from those of other clusters in the vCenter. It must never change.
   *
   * @default - the names of the management cluster and the cluster, joined by a dash
   */
  readonly clusterId?: string;
  /**
   * Storage classes to create.
   *
   * @default - no classes
   */
  readonly storageClasses?: readonly VSphereStorageClass[];
  /**
   * Tag categories for topology-aware volume provisioning, the widest first.
   *
   * @default - volumes are created anywhere
   */
  readonly topologyCategories?: readonly string[];
  /**
   * Whether volume snapshots are enabled. The cluster needs the snapshot CRDs and their controller for it.
   *
   * @default false
   */
  readonly snapshots?: boolean;
}

/** Defaults of {@link VSphereStorageClass} and {@link VSphereCsiOptions}. */
export const VSPHERE_CSI_DEFAULTS = Object.freeze({
  version: '3.5.0',
  snapshots: false,
} as const);

/** Name of the addon. */
export const VSPHERE_CSI = 'vsphere-csi';

const CLOUD = { kind: 'vsphere', part: 'csi-driver' } as const;

/** Storage settings of the driver. */
const STORAGE: CsiStorage<VSphereStorageClass> = {
  addon: VSPHERE_CSI,
  driver: VSPHERE_CSI_DRIVER,
  spec: { attachRequired: true, podInfoOnMount: false },
  parametersOf: ({ storagePolicyName, datastoreUrl }) => ({
    ...(storagePolicyName === undefined ? {} : { storagepolicyname: storagePolicyName }),
    ...(datastoreUrl === undefined ? {} : { datastoreurl: datastoreUrl }),
  }),
};

/** Describes the CSI driver of vSphere. */
export function describeVSphereCsi(options: VSphereCsiOptions): DescribeAddon {
  const classes = options.storageClasses ?? [];
  const { topologyCategories = [] } = options;
  return cloudAddon(VSPHERE_CSI, CLOUD, (context: VSphereAddonContext) => {
    const version = plainRelease(options.version ?? knownRelease(VSPHERE_IMAGES.csiDriver));
    const { images, given } = addonImages(context, KNOWN_VSPHERE_IMAGES, options.images, {
      driver: version,
      syncer: version,
    });
    const clusterId = options.clusterId ?? cloudName(context);
    const settings = {
      images,
      snapshots: options.snapshots ?? VSPHERE_CSI_DEFAULTS.snapshots,
      topology: topologyCategories.length > 0,
    };
    const config = driverConfig(context.cloud, clusterId, topologyCategories);
    const own = [
      ...settingsMap(CSI_CONFIG.name, { [CSI_CONFIG.key]: config }),
      ...settingsMap(CSI_FEATURES, FEATURES),
    ];
    const entries = [
      { key: 'controller', documents: [...own, ...csiController(settings)] },
      { key: 'node', documents: csiNode(settings) },
      { key: 'storage', documents: storageObjects(STORAGE, classes) },
    ];
    return {
      type: VSPHERE_CSI,
      strategy: 'Reconcile',
      version,
      images: within('images', given),
      facts: VOLUME_CLUSTER_ID.is(clusterId),
      storageClasses: classes.map(knownClass),
      payload: [accountPayload(context, options), { kind: 'configMap', suffix: '', entries }],
    };
  });
}

/** Feature switches that the driver requires. All others keep the driver's defaults. */
const FEATURES = {
  'trigger-csi-fullsync': 'false',
  'pv-to-backingdiskobjectid-mapping': 'false',
};

/** Returns the settings of the driver, without an account. */
function driverConfig(
  { server, thumbprint, ...cloud }: VSphereCloudModel,
  clusterId: string,
  categories: readonly string[],
): string {
  const datacenters = datacentersOf({ server, ...cloud });
  return [
    '[Global]',
    entry('cluster-id', clusterId),
    thumbprint === undefined ? entry('insecure-flag', 'true') : entry('thumbprint', thumbprint),
    '',
    `[VirtualCenter ${JSON.stringify(server)}]`,
    ...(datacenters.length === 0 ? [] : [entry('datacenters', datacenters.join(','))]),
    ...(categories.length === 0
      ? []
      : ['', '[Labels]', entry('topology-categories', categories.join(','))]),
    '',
  ].join('\n');
}

function entry(key: string, value: string): string {
  return `${key} = ${JSON.stringify(value)}`;
}
