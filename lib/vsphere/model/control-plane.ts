import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { VSphereMachine } from './machine';

/** Control plane on vSphere virtual machines. */
export interface VSphereControlPlane extends ControlPlaneModel, VSphereMachine {}
