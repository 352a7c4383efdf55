import type { Provider } from '../provider/provider';
import type { DevCluster } from './model/cluster';
import { DEV_NOT_PROPS } from './not-props';
import { DEV_PROVIDER } from './releases';
import { DEV_RENDERER } from './render/renderer';
import {
  DEV_CLOUD_GROUPS,
  DEV_FLEET_GROUPS,
  DEV_MACHINE_GROUPS,
  DEV_POOL_GROUPS,
} from './rules/groups';

/** Infrastructure provider for development: containers on a laptop, or in-memory machines. */
export const DEV: Provider<DevCluster> = {
  releases: DEV_PROVIDER,
  cloudClass: 'DevCloud',
  offers: ['failureDomains'],
  renderer: DEV_RENDERER,
  rules: {
    cloud: DEV_CLOUD_GROUPS,
    machine: DEV_MACHINE_GROUPS,
    pool: DEV_POOL_GROUPS,
    fleet: DEV_FLEET_GROUPS,
  },
  addons: {},
  notProps: DEV_NOT_PROPS,
};
