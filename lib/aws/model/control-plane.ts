import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { AwsMachine } from './machine';

/** Control plane on instances of EC2. */
export interface AwsControlPlane extends Omit<ControlPlaneModel, 'rootVolume'>, AwsMachine {}
