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
   * Whether machines of the cluster can reach each other on all ports.
   *
   * @default false
   * @see OpenStackCluster.spec.managedSecurityGroups.allowAllInClusterTraffic (infrastructure.cluster.x-k8s.io)
   */
  readonly allowAllInClusterTraffic?: boolean;
  /**
   * Rules in addition to those that the CNI and the addons need.
   *
   * @default - only the derived rules
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
      /** The user's rules and the derived ones, sorted by name. */
      readonly rules: readonly SecurityRuleModel[];
    }
  | {
      /** Groups that `pulumi up` creates. */
      readonly kind: 'provisioned';
      readonly allowAllInClusterTraffic: boolean;
      /** The user's rules and the derived ones, sorted by name. */
      readonly rules: readonly SecurityRuleModel[];
    }
  | {
      readonly kind: 'adopted';
      readonly controlPlane: readonly Lookup[];
      readonly workers: readonly Lookup[];
    };

/** Security groups of a cluster's machines: created by Cluster API, provisioned by `pulumi up`, or adopted. */
export class SecurityGroups {
  /** No security groups, for a network with `portSecurity: false`. */
  static none(): SecurityGroups {
    return new SecurityGroups({ kind: 'adopted', controlPlane: [], workers: [] });
  }

  /** Groups that Cluster API creates, with the rules that the CNI and the addons need. */
  static managed(options: ManagedSecurityGroupsOptions = {}): SecurityGroups {
    return new SecurityGroups({ kind: 'managed', ...ownGroups(options) });
  }

  /**
   * Groups that `pulumi up` creates, which allow only what the control plane, the CNI and the addons need.
   *
   * Unlike managed groups, they open the API server port and the node ports only to the machines' subnet, unless `rules`
   * allow more.
   */
  static provisioned(options: ManagedSecurityGroupsOptions = {}): SecurityGroups {
    return new SecurityGroups({ kind: 'provisioned', ...ownGroups(options) });
  }

  /** Existing groups, found by name, ID or tags; the user manages their rules. */
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
