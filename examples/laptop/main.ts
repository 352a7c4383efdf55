import { Fleet } from '../../constructs/index';
import { addFirstCluster } from './first-cluster';

export const fleet = new Fleet({ outdir: 'build/laptop' });

// 'inMemory' makes the same cluster without a single container.
addFirstCluster(fleet, 'docker');

fleet.run();
