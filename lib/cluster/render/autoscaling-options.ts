import { goDuration } from '../../base/duration';
import type { AutoscaleModel } from '../model/autoscale';

const PREFIX = 'cluster.x-k8s.io/autoscaling-options-';

/** Returns the annotations with the autoscaling options of one pool. */
export function autoscalingOptions(
  autoscale: AutoscaleModel,
): Readonly<Record<string, string | undefined>> {
  return {
    [`${PREFIX}maxnodeprovisiontime`]: goDuration(autoscale.maxNodeProvisionSeconds),
    [`${PREFIX}maxnodestartuptime`]: goDuration(autoscale.maxNodeStartupSeconds),
    [`${PREFIX}scaledowngpuutilizationthreshold`]:
      autoscale.scaleDownGpuUtilizationThreshold?.toString(),
    [`${PREFIX}scaledownunneededtime`]: goDuration(autoscale.scaleDownUnneededSeconds),
    [`${PREFIX}scaledownunreadytime`]: goDuration(autoscale.scaleDownUnreadySeconds),
    [`${PREFIX}scaledownutilizationthreshold`]: autoscale.scaleDownUtilizationThreshold?.toString(),
  };
}
