import type { PoolModel } from '../../cluster/model/node-pool';
import type { HCloudMachine } from './machine';

/** Workers on Hetzner Cloud servers. */
export interface HetznerPool extends PoolModel, HCloudMachine {}
