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
import type { AddonPayload } from '../../addons/model/addon';
import { knownRelease } from '../../cluster/model/known-image';
import type { SecretSourceModel } from '../../secrets/model/secret-source';
import type { AwsAddonContext } from './addon-context';
import { EBS_DRIVER, EBS_KEYS, ebsController, ebsNode } from './ebs-objects';
import { type EbsImages, KNOWN_EBS_IMAGES } from './ebs-settings';
import { AWS_IMAGES } from './images';

/** Storage class of EBS volumes. */
export interface EbsStorageClass extends CsiStorageClass {
  /**
   * Type of the volumes.
   *
   * @default 'gp3'
   */
  readonly type?: 'gp2' | 'gp3' | 'io1' | 'io2' | 'st1' | 'sc1';
  /**
   * I/O operations per second, for `gp3`, `io1` and `io2`.
   *
   * @default - the default of the type
   */
  readonly iops?: number;
  /**
   * Throughput in mebibytes per second, for `gp3`.
   *
   * @default - the default of the type
   */
  readonly throughput?: number;
  /**
   * Whether volumes are encrypted.
   *
   * @default true
   */
  readonly encrypted?: boolean;
  /**
   * ARN of the KMS key that encrypts the volumes.
   *
   * @default - the account's default EBS key
   */
  readonly kmsKeyId?: string;
}

/** Options of {@link Addon.ebsCsi}. */
export interface EbsCsiOptions extends DeliveryOptions {
  /**
   * Release of the driver, which is versioned independently of Kubernetes.
   *
   * @default - the library's known release
   */
  readonly version?: string;
  /**
   * Images of the driver and its sidecars, such as mirrored ones.
   *
   * @default - the released images
   */
  readonly images?: EbsImages;
  /**
   * Storage classes to create.
   *
   * @default - no storage classes
   */
  readonly storageClasses?: readonly EbsStorageClass[];
  /**
   * Whether to support snapshots, which need the snapshot CRDs and controller in the cluster.
   *
   * @default false
   */
  readonly snapshots?: boolean;
  /**
   * Secret in the cluster's namespace that delivers a user's access keys to the cluster, for control planes whose instance
   * profile has no permissions on volumes.
   *
   * Its type is `addons.cluster.x-k8s.io/resource-set`. It contains the manifest of the Secret `aws-secret` in `kube-system`
   * with the keys `key_id` and `access_key`.
   *
   * @default - the permissions of the control plane's instance profile
   */
  readonly credentialsSecret?: string;
  /**
   * Source of that Secret.
   *
   * @default - the Secret already exists
   */
  readonly credentialsSource?: SecretSourceModel;
}

/** Defaults of {@link EbsStorageClass} and {@link EbsCsiOptions}. */
export const EBS_CSI_DEFAULTS = Object.freeze({
  type: 'gp3',
  encrypted: true,
  snapshots: false,
} as const);

/** Name of the addon. */
export const EBS_CSI = 'ebs-csi';

const CLOUD = { kind: 'aws', part: 'csi-driver' } as const;

/** Storage settings of the driver. */
const STORAGE: CsiStorage<EbsStorageClass> = {
  addon: EBS_CSI,
  driver: EBS_DRIVER,
  spec: { attachRequired: true, podInfoOnMount: false, fsGroupPolicy: 'File' },
  parametersOf: ({ type, encrypted, iops, throughput, kmsKeyId }) => ({
    type: type ?? EBS_CSI_DEFAULTS.type,
    encrypted: String(encrypted ?? EBS_CSI_DEFAULTS.encrypted),
    ...(iops === undefined ? {} : { iops: String(iops) }),
    ...(throughput === undefined ? {} : { throughput: String(throughput) }),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  }),
};

/** Describes the EBS CSI driver. */
export function describeEbsCsi(options: EbsCsiOptions): DescribeAddon {
  const { storageClasses: classes = [], credentialsSecret } = options;
  return cloudAddon(EBS_CSI, CLOUD, (context: AwsAddonContext) => {
    const version = plainRelease(options.version ?? knownRelease(AWS_IMAGES.ebsCsiDriver));
    const chosen = addonImages(context, KNOWN_EBS_IMAGES, options.images, {
      plugin: version,
    });
    const settings = {
      images: chosen.images,
      region: context.cloud.region,
      snapshots: options.snapshots ?? EBS_CSI_DEFAULTS.snapshots,
      hasKeys: credentialsSecret !== undefined,
    };
    const entries = [
      { key: 'controller', documents: ebsController(settings, context.name) },
      { key: 'node', documents: ebsNode(settings) },
      { key: 'storage', documents: storageObjects(STORAGE, classes) },
    ];
    return {
      type: EBS_CSI,
      strategy: 'Reconcile',
      version,
      images: within('images', chosen.given),
      storageClasses: classes.map(knownClass),
      payload: [...keysPayload(options), { kind: 'configMap', suffix: '', entries }],
    };
  });
}

function keysPayload({
  credentialsSecret,
  credentialsSource,
}: EbsCsiOptions): readonly AddonPayload[] {
  if (credentialsSecret === undefined) return [];
  const source = credentialsSource && { source: credentialsSource };
  return [{ kind: 'existingSecret', secretName: credentialsSecret, carries: EBS_KEYS, ...source }];
}
