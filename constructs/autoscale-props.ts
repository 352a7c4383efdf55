import type { Duration } from 'cdk8s';
import { secondsOf } from '../lib/base/duration';
import type { AutoscaleModel, AutoscaleSettings } from '../lib/cluster/model/autoscale';

/** Bounds between which the cluster autoscaler sizes a pool, and what it does otherwise than in other pools. */
export interface AutoscaleProps extends AutoscaleSettings {
  /**
   * Time for which a node must be unneeded before it is removed.
   *
   * @default - the autoscaler's
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownUnneededTime?: Duration;
  /**
   * Time for which an unready node must be unneeded before it is removed.
   *
   * @default - the autoscaler's
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownUnreadyTime?: Duration;
  /**
   * Time for which the autoscaler waits for a machine before it tries another pool.
   *
   * @default - the autoscaler's
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly maxNodeProvisionTime?: Duration;
  /**
   * Time for which the autoscaler waits for a node to become ready, from its release 1.35 on.
   *
   * @default - the autoscaler's
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly maxNodeStartupTime?: Duration;
}

/** Model data of what the autoscaler is told of a pool. */
export function autoscaleModel(props: AutoscaleProps): AutoscaleModel {
  const {
    scaleDownUnneededTime,
    scaleDownUnreadyTime,
    maxNodeProvisionTime,
    maxNodeStartupTime,
    ...settings
  } = props;
  return {
    ...settings,
    ...seconds('scaleDownUnneededSeconds', scaleDownUnneededTime),
    ...seconds('scaleDownUnreadySeconds', scaleDownUnreadyTime),
    ...seconds('maxNodeProvisionSeconds', maxNodeProvisionTime),
    ...seconds('maxNodeStartupSeconds', maxNodeStartupTime),
  };
}

function seconds(name: keyof AutoscaleModel, duration: Duration | undefined): object {
  return duration === undefined ? {} : { [name]: secondsOf(duration) };
}
