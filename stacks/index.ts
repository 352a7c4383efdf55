import { Config } from '@pulumi/pulumi';
import { loadFleet } from './load-fleet';

const fleet = loadFleet(new Config('capi-fleet').get('program'));

/** Clusters of the stack, with their places and endpoints. */
export const clusters = fleet.deploy().then((outputs) => outputs.clusters);
