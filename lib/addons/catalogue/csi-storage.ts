import type { Manifest } from '../../base/manifest';
import type { StorageClassModel } from '../model/addon';
import { type KubernetesKinds, scratchManifests } from './scratch-chart';

const DEFAULT_CLASS_ANNOTATION = 'storageclass.kubernetes.io/is-default-class';

/** Storage class of any storage driver. */
export interface CsiStorageClass {
  /** Name of the class. */
  readonly name: string;
  /**
   * Whether claims that name no class get this one.
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
   * What becomes of a volume whose claim is deleted.
   *
   * @default 'Delete'
   */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
  /**
   * When a volume is made for a claim; at once, it is in a zone that knows nothing of the pod's.
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

/** Defaults of {@link CsiStorageClass}. */
export const STORAGE_CLASS_DEFAULTS = Object.freeze({
  default: false,
  fsType: 'ext4',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'WaitForFirstConsumer',
  allowVolumeExpansion: true,
} as const);

/** What storage drivers differ in where storage classes are made. */
export interface CsiStorage<C extends CsiStorageClass> {
  /** Name that the user gives the addon by choosing it. */
  readonly addon: string;
  /** Name of the driver, by which storage classes know it. */
  readonly driver: string;
  /** What the cluster is told of the driver. */
  readonly spec: ConstructorParameters<KubernetesKinds['KubeCsiDriver']>[2]['spec'];
  /** Parameters of a class besides its file system. */
  parametersOf(storageClass: C): Readonly<Record<string, string>>;
}

/** Objects of a storage driver and of its storage classes. */
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

/** What other parts of a cluster know of a storage class. */
export function knownClass({ name, default: isDefault }: CsiStorageClass): StorageClassModel {
  return { name, default: isDefault ?? STORAGE_CLASS_DEFAULTS.default };
}
