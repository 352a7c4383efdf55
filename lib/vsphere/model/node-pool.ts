import type { PoolModel } from '../../cluster/model/node-pool';
import type { VSphereMachine } from './machine';

/** Workers on virtual machines of vSphere. */
export interface VSpherePool extends PoolModel, VSphereMachine {}
