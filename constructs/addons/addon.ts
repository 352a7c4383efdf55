import type { Construct } from 'constructs';
import type { AddonModel } from '../../lib/model/addon';
import type { AddonContext, DescribeAddon } from './addon-parts';
import { Delivery } from './delivery';

export type { AddonContext } from './addon-parts';

/** Cluster that addons are added to. */
export interface IAddonHost extends Construct {
  /** Adds software to install into the cluster. */
  addAddon(addon: Addon): void;
}

/** Software to install into a workload cluster. */
export class Addon {
  constructor(
    /** Name that tells the addon from others of its cluster. */
    readonly name: string,
    private readonly source: DescribeAddon,
    private readonly delivery: Delivery = Delivery.clusterResourceSet(),
  ) {}

  /** Addon as plain data, for one cluster. */
  describe(context: AddonContext, path: string): AddonModel {
    const { strategy, ...parts } = this.source(context, { name: this.name, path });
    return {
      managementObjects: [],
      securityRules: [],
      autoscales: false,
      plaintextCredentials: false,
      ...parts,
      path,
      name: this.name,
      delivery: this.delivery.model(strategy),
    };
  }
}
