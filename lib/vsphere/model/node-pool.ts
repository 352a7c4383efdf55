import type { PoolModel } from '../../cluster/model/node-pool';
import type { VSphereMachine } from './machine';

/** Workers on vSphere virtual machines. */
export interface VSpherePool extends PoolModel, VSphereMachine {}
