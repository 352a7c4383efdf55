import type { PoolModel } from '../../cluster/model/node-pool';
import type { HCloudMachine } from './machine';

/** Workers on servers of Hetzner Cloud. */
export interface HetznerPool extends PoolModel, HCloudMachine {}
