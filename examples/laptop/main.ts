import { Fleet } from '../../constructs/index';
import { addFirstCluster } from './first-cluster';

export const fleet = new Fleet({ outdir: 'build/laptop' });

// 'inMemory' creates the same cluster without containers.
addFirstCluster(fleet, 'docker');

fleet.run();
