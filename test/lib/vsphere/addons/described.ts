import type { DescribeAddon } from '../../../../lib/addons/catalogue/addon-parts';
import { Delivery } from '../../../../lib/addons/catalogue/delivery';
import type { AddonModel } from '../../../../lib/addons/model/addon';
import { type VSphereModel, vSphereCluster } from '../../../support/vsphere-models';

/** Describes an addon for a cluster on vSphere that differs in some fields. */
export function describedOn(describe: DescribeAddon, over: Partial<VSphereModel> = {}): AddonModel {
  const place = { name: 'hello', path: 'mothership/demo/hello' };
  const { strategy, ...parts } = describe(vSphereCluster(over), place);
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
