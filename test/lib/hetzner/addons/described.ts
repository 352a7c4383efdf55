import type { DescribeAddon } from '../../../../lib/addons/catalogue/addon-parts';
import { Delivery } from '../../../../lib/addons/catalogue/delivery';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { type HetznerModel, hetznerCluster } from '../../../support/hetzner-models';

/** Describes an addon for a cluster on Hetzner Cloud that differs in some fields. */
export function describedOn(describe: DescribeAddon, over: Partial<HetznerModel> = {}): AddonModel {
  const place = { name: 'hello', path: 'mothership/demo/hello' };
  const { strategy, ...parts } = describe(hetznerCluster(over), place);
  return {
    managementObjects: [],
    securityRules: [],
    autoscales: false,
    plaintextCredentials: false,
    ...parts,
    ...place,
    delivery: Delivery.clusterResourceSet().model(strategy),
  };
}
