import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { AzureMachine } from './machine';

/** Control plane on virtual machines of Azure. */
export interface AzureControlPlane extends Omit<ControlPlaneModel, 'rootVolume'>, AzureMachine {}
