import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { AwsMachine } from './machine';

/** Control plane on EC2 instances. */
export interface AwsControlPlane extends Omit<ControlPlaneModel, 'rootVolume'>, AwsMachine {}
