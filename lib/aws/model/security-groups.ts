import {
  ruleModel,
  type SecurityGroupRule,
  type SecurityRuleModel,
} from '../../addons/model/firewall-rule';
import { peerRange } from '../../base/cidr';

/** Options of {@link AwsSecurityGroups.managed}. */
export interface AwsManagedGroupsOptions {
  /**
   * Rules for incoming traffic besides those that the network plugin and the addons need.
   *
   * @default - the derived rules alone
   * @see AWSCluster.spec.network.additionalNodeIngressRules (infrastructure.cluster.x-k8s.io)
   */
  readonly rules?: readonly SecurityGroupRule[];
  /**
   * Ranges from which the ports of Services of type NodePort are reached.
   *
   * What the cloud controller makes for Services of type LoadBalancer opens ports of its own.
   *
   * @default - the range of the VPC, where it is known; else everywhere
   * @see AWSCluster.spec.network.nodePortIngressRuleCidrBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly nodePortCidrs?: readonly string[];
}

/** Security groups that exist, by their identifiers. */
export interface AwsAdoptedGroups {
  /** Group of control-plane machines. */
  readonly controlPlane: string;
  /** Group of all machines. */
  readonly nodes: string;
  /** Group of the load balancer of the API server. */
  readonly apiServerLoadBalancer: string;
  /** Group that the cloud controller changes for Services of type LoadBalancer. */
  readonly loadBalancers: string;
}

/** Security groups of a cluster, as plain data. */
export type AwsSecurityGroupsModel =
  | {
      readonly kind: 'managed';
      /** The user's rules and those of addons, by name. */
      readonly rules: readonly SecurityRuleModel[];
      /** Absent for the range of the VPC. */
      readonly nodePortCidrs?: readonly string[];
    }
  | { readonly kind: 'adopted'; readonly ids: AwsAdoptedGroups };

/** Security groups of a cluster: made by Cluster API, or adopted. */
export class AwsSecurityGroups {
  /** Groups that Cluster API makes, with the rules that the network plugin and addons need. */
  static managed(options: AwsManagedGroupsOptions = {}): AwsSecurityGroups {
    const { rules = [], nodePortCidrs } = options;
    return new AwsSecurityGroups({
      kind: 'managed',
      rules: rules.map(ruleModel),
      ...(nodePortCidrs && { nodePortCidrs: nodePortCidrs.map(peerRange) }),
    });
  }

  /** Groups that exist, of which the provider changes no rule. */
  static fromIds(ids: AwsAdoptedGroups): AwsSecurityGroups {
    return new AwsSecurityGroups({ kind: 'adopted', ids });
  }

  private constructor(
    /** Model data of the choice, without the rules of addons. */
    readonly model: AwsSecurityGroupsModel,
  ) {}
}

/** Groups with the rules that addons need. */
export function withAddonRules(
  groups: AwsSecurityGroupsModel,
  addons: readonly { readonly securityRules: readonly SecurityRuleModel[] }[],
): AwsSecurityGroupsModel {
  if (groups.kind === 'adopted') return groups;
  const rules = [...groups.rules, ...addons.flatMap(({ securityRules }) => securityRules)];
  return {
    ...groups,
    rules: rules.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}
