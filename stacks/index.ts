import { Config } from '@pulumi/pulumi';
import { loadFleet } from './load-fleet';
import { describeFleet } from './outputs';

const config = new Config('capi-fleet');
const fleet = loadFleet(config.require('program'));

/** Clusters of the fleet with where they are and how to reach them. */
export const clusters = describeFleet(fleet);
