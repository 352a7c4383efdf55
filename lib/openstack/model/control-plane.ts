import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { OpenStackMachine } from './machine';

/** Control plane on servers of Nova. */
export interface OpenStackControlPlane
  extends Omit<ControlPlaneModel, 'rootVolume'>,
    OpenStackMachine {
  /** Whether Nova picks the zone itself. */
  readonly omitAvailabilityZone: boolean;
}
