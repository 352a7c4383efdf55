import type { Duration } from 'cdk8s';
import { secondsOf } from '../lib/base/duration';
import type { AutoscaleModel, AutoscaleSettings } from '../lib/cluster/model/autoscale';

/** Bounds of the cluster autoscaler for a pool, and settings that differ from other pools. */
export interface AutoscaleProps extends AutoscaleSettings {
  /**
   * Time for which a node must be unneeded before it is removed.
   *
   * @default - the default of the autoscaler
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownUnneededTime?: Duration;
  /**
   * Time for which an unready node must be unneeded before it is removed.
   *
   * @default - the default of the autoscaler
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly scaleDownUnreadyTime?: Duration;
  /**
   * Time for which the autoscaler waits for a machine before it tries another pool.
   *
   * @default - the default of the autoscaler
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly maxNodeProvisionTime?: Duration;
  /**
   * Time for which the autoscaler waits for a node to become ready; needs autoscaler 1.35 or newer.
   *
   * @default - the default of the autoscaler
   * @see MachineDeployment.metadata.annotations (cluster.x-k8s.io)
   */
  readonly maxNodeStartupTime?: Duration;
}

/** Converts autoscaling props to model data. */
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
