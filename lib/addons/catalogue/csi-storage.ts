import type { Manifest } from '../../base/manifest';
import type { StorageClassModel } from '../model/addon';
import { type KubernetesKinds, scratchManifests } from './scratch-chart';

const DEFAULT_CLASS_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/** Storage class of any CSI driver. */
export interface CsiStorageClass {
  /** Name of the class. */
  readonly name: string;
  /**
   * Whether claims without a class get this one.
   *
   * @default false
   */
  readonly default?: boolean;
  /**
   * File system of volumes.
   *
   * @default 'ext4'
   */
  readonly fsType?: string;
  /**
   * What happens to a volume when its claim is deleted.
   *
   * @default 'Delete'
   */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
  /**
   * When a volume is created for a claim; with `Immediate`, its zone is chosen without regard to the pod's.
   *
   * @default 'WaitForFirstConsumer'
   */
  readonly volumeBindingMode?: 'WaitForFirstConsumer' | 'Immediate';
  /**
   * Whether volumes can be expanded.
   *
   * @default true
   */
  readonly allowVolumeExpansion?: boolean;
}

/** Defaults of {@link CsiStorageClass}. */
export const STORAGE_CLASS_DEFAULTS = Object.freeze({
  default: false,
  fsType: 'ext4',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
} as const);

/** Parts of storage classes in which CSI drivers differ. */
export interface CsiStorage<C extends CsiStorageClass> {
  /** Name of the addon. */
  readonly addon: string;
  /** Name of the driver, by which storage classes refer to it. */
  readonly driver: string;
  /** Spec of the CSIDriver object. */
  readonly spec: ConstructorParameters<KubernetesKinds['KubeCsiDriver']>[2]['spec'];
  /** Returns the parameters of a class besides its file system. */
  parametersOf(storageClass: C): Readonly<Record<string, string>>;
}

/** Builds the CSIDriver object of a driver and its storage classes. */
export function storageObjects<C extends CsiStorageClass>(
  { addon, driver, spec, parametersOf }: CsiStorage<C>,
  classes: readonly C[],
): readonly Manifest[] {
  return scratchManifests([addon, 'storage', classes], (chart, k8s) => {
    new k8s.KubeCsiDriver(chart, 'driver', { metadata: { name: driver }, spec });
    classes.forEach((storageClass, index) => {
      const settings: Required<CsiStorageClass> = { ...STORAGE_CLASS_DEFAULTS, ...storageClass };
      new k8s.KubeStorageClass(chart, `class-${index}`, {
        metadata: {
          name: settings.name,
          ...(settings.default && { annotations: { [DEFAULT_CLASS_ANNOTATION]: 'true' } }),
        },
        provisioner: driver,
        parameters: {
          'csi.storage.k8s.io/fstype': settings.fsType,
          ...parametersOf(storageClass),
        },
        reclaimPolicy: settings.reclaimPolicy,
        volumeBindingMode: settings.volumeBindingMode,
        allowVolumeExpansion: settings.allowVolumeExpansion,
      });
    });
  });
}

/** Returns the model of a storage class for checks. */
export function knownClass({ name, default: isDefault }: CsiStorageClass): StorageClassModel {
  return { name, default: isDefault ?? STORAGE_CLASS_DEFAULTS.default };
}
