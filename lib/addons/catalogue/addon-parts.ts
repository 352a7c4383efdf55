import type { AddonModel, DeliveryStrategy } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';

/** What an addon knows of the cluster that it is installed into. */
export type AddonContext<C extends EquippedCluster = EquippedCluster> = Omit<
  C,
  'addons' | 'securityGroups' | 'cni'
>;

/** Where an addon stands in the program. */
export interface AddonPlace {
  /** Name that the user gave the addon. */
  readonly name: string;
  /** Construct path for messages. */
  readonly path: string;
}

/** What kinds of addons say of themselves; the rest of the model is filled in. */
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
  /** When the addon is applied again, unless the user says otherwise. */
  readonly strategy: DeliveryStrategy;
}

/** Describes an addon for a cluster; the same cluster gives the same parts. */
export type DescribeAddon = {
  // As a method, so that addons of a provider may know more of the cluster.
  describe(context: AddonContext, place: AddonPlace): AddonParts;
}['describe'];
