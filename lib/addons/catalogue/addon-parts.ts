import type { AddonModel, DeliveryStrategy } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';

/** Model of the cluster that an addon is installed into, as far as the addon can use it. */
export type AddonContext<C extends EquippedCluster = EquippedCluster> = Omit<
  C,
  'addons' | 'securityGroups' | 'cni'
>;

/** Place of an addon in the program. */
export interface AddonPlace {
  /** Name that the user gave the addon. */
  readonly name: string;
  /** Construct path for messages. */
  readonly path: string;
}

/** Part of the model that each kind of addon defines; the rest is filled in. */
export interface AddonParts
  extends Pick<AddonModel, 'type' | 'payload'>,
    Partial<
      Pick<
        AddonModel,
        | 'carriedTexts'
        | 'cloud'
        | 'skew'
        | 'images'
        | 'managementObjects'
        | 'helmChart'
        | 'storageClasses'
        | 'cni'
        | 'securityRules'
        | 'unreadable'
        | 'version'
        | 'autoscales'
        | 'expander'
        | 'offers'
        | 'facts'
        | 'plaintextCredentials'
      >
    > {
  /** Delivery strategy, unless the user sets one. */
  readonly strategy: DeliveryStrategy;
}

/** Function that describes an addon for a cluster; it returns the same parts for the same cluster. */
export type DescribeAddon = {
  // A method, so that addons of a provider can require a more specific cluster.
  describe(context: AddonContext, place: AddonPlace): AddonParts;
}['describe'];
