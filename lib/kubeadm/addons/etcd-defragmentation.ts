import { Duration } from 'cdk8s';
import type { AddonContext, DescribeAddon } from '../../addons/catalogue/addon-parts';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { secondsOf } from '../../base/duration';
import type { KubeadmCluster } from '../model/cluster';
import { ETCD_TASK } from '../model/etcd-task';
import { etcdImage } from './etcd-image';
import { defragmentationJob } from './etcd-objects';

/** Options of {@link Addon.etcdDefragmentation}. */
export interface EtcdDefragmentationOptions extends DeliveryOptions {
  /**
   * Schedule of the job, in the five fields of cron.
   *
   * @default '30 3 * * 0'
   */
  readonly schedule?: string;
  /**
   * Time limit for one member, which serves no requests while it is defragmented.
   *
   * @default Duration.minutes(1)
   */
  readonly timeout?: Duration;
  /**
   * Image with `etcdctl`, such as `registry.example.org/etcd:3.5.24-0`, optionally with a digest.
   *
   * @default - the image of the cluster's etcd
   */
  readonly image?: string;
}

/** Defaults of {@link EtcdDefragmentationOptions}. */
export const ETCD_DEFRAGMENTATION_DEFAULTS = Object.freeze({
  schedule: '30 3 * * 0',
  timeout: Duration.minutes(1),
});

/** Name of the addon. */
export const ETCD_DEFRAGMENTATION = 'etcd-defragmentation';

/** Describes the job that defragments etcd, which returns free space to the disk. */
export function describeEtcdDefragmentation(options: EtcdDefragmentationOptions): DescribeAddon {
  const { schedule, timeout } = { ...ETCD_DEFRAGMENTATION_DEFAULTS, ...options };
  const timeoutSeconds = secondsOf(timeout);
  return (cluster: AddonContext<KubeadmCluster>) => {
    const image = etcdImage(cluster, options.image);
    const documents = defragmentationJob({ image, schedule, timeoutSeconds });
    return {
      type: ETCD_DEFRAGMENTATION,
      strategy: 'Reconcile',
      facts: ETCD_TASK.is({ schedule, timeoutSeconds }),
      ...(options.image === undefined ? {} : { images: { image: options.image } }),
      payload: [
        { kind: 'configMap', suffix: '', entries: [{ key: 'defragmentation', documents }] },
      ],
    };
  };
}
