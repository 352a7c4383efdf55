import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { VSphereMachine } from './machine';

/** Control plane on virtual machines of vSphere. */
export interface VSphereControlPlane extends ControlPlaneModel, VSphereMachine {}
