import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { OpenStackMachine } from './machine';

/** Control plane on Nova servers. */
export interface OpenStackControlPlane
  extends Omit<ControlPlaneModel, 'rootVolume'>,
    OpenStackMachine {
  /** Whether Nova chooses the availability zone. */
  readonly omitAvailabilityZone: boolean;
}
