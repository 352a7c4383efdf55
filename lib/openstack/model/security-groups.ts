import {
  ruleModel,
  type SecurityGroupRule,
  type SecurityRuleModel,
} from '../../addons/model/firewall-rule';
import type { Lookup } from './lookup';
import type { NetworkLookup } from './network-lookup';

/** Options of {@link SecurityGroups.managed} and {@link SecurityGroups.provisioned}. */
export interface ManagedSecurityGroupsOptions {
  /**
   * Whether machines of the cluster may reach each other on every port.
   *
   * @default false
   * @see OpenStackCluster.spec.managedSecurityGroups.allowAllInClusterTraffic (infrastructure.cluster.x-k8s.io)
   */
  readonly allowAllInClusterTraffic?: boolean;
  /**
   * Rules besides those that the network plugin and the addons need.
   *
   * @default - the derived rules alone
   */
  readonly rules?: readonly SecurityGroupRule[];
}

/** Options of {@link SecurityGroups.fromLookups}. */
export interface AdoptedSecurityGroupsOptions {
  /** Groups of control-plane machines. */
  readonly controlPlane: readonly NetworkLookup[];
  /** Groups of the node pools' machines. */
  readonly workers: readonly NetworkLookup[];
}

/** Security groups of a cluster, as plain data. */
export type SecurityGroupsModel =
  | {
      readonly kind: 'managed';
      readonly allowAllInClusterTraffic: boolean;
      /** The user's rules and the derived ones, by name. */
      readonly rules: readonly SecurityRuleModel[];
    }
  | {
      /** Groups that `pulumi up` makes. */
      readonly kind: 'provisioned';
      readonly allowAllInClusterTraffic: boolean;
      /** The user's rules and the derived ones, by name. */
      readonly rules: readonly SecurityRuleModel[];
    }
  | {
      readonly kind: 'adopted';
      readonly controlPlane: readonly Lookup[];
      readonly workers: readonly Lookup[];
    };

/** Security groups of a cluster's machines: made by Cluster API, provisioned by `pulumi up`, or adopted. */
export class SecurityGroups {
  /** No security groups, for a network of which Neutron filters nothing, by `portSecurity: false`. */
  static none(): SecurityGroups {
    return new SecurityGroups({ kind: 'adopted', controlPlane: [], workers: [] });
  }

  /** Groups that Cluster API makes, with the rules that the network plugin and addons need. */
  static managed(options: ManagedSecurityGroupsOptions = {}): SecurityGroups {
    return new SecurityGroups({ kind: 'managed', ...ownGroups(options) });
  }

  /**
   * Groups that `pulumi up` makes, closed but for what control plane, network plugin and addons need.
   *
   * Unlike managed groups they open the API server's and the node ports to the machines' subnet alone, unless rules
   * say more.
   */
  static provisioned(options: ManagedSecurityGroupsOptions = {}): SecurityGroups {
    return new SecurityGroups({ kind: 'provisioned', ...ownGroups(options) });
  }

  /** Groups that exist, found by name, id or tags; their rules are the user's. */
  static fromLookups(options: AdoptedSecurityGroupsOptions): SecurityGroups {
    return new SecurityGroups({
      kind: 'adopted',
      controlPlane: options.controlPlane.map((group) => group.lookup),
      workers: options.workers.map((group) => group.lookup),
    });
  }

  private constructor(
    /** Model data of the choice, without derived rules. */
    readonly model: SecurityGroupsModel,
  ) {}
}

function ownGroups(options: ManagedSecurityGroupsOptions): {
  readonly allowAllInClusterTraffic: boolean;
  readonly rules: readonly SecurityRuleModel[];
} {
  return {
    allowAllInClusterTraffic: options.allowAllInClusterTraffic ?? false,
    rules: (options.rules ?? []).map(ruleModel),
  };
}
