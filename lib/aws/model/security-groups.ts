import {
  ruleModel,
  type SecurityGroupRule,
  type SecurityRuleModel,
} from '../../addons/model/firewall-rule';
import { peerRange } from '../../base/cidr';

/** Options of {@link AwsSecurityGroups.managed}. */
export interface AwsManagedGroupsOptions {
  /**
   * Ingress rules in addition to those that the CNI and the addons need.
   *
   * @default - only the derived rules
   * @see AWSCluster.spec.network.additionalNodeIngressRules (infrastructure.cluster.x-k8s.io)
   */
  readonly rules?: readonly SecurityGroupRule[];
  /**
   * CIDR ranges that may reach the ports of Services of type NodePort.
   *
   * For Services of type LoadBalancer, the cloud controller opens ports itself.
   *
   * @default - the range of the VPC if it is known, otherwise everywhere
   * @see AWSCluster.spec.network.nodePortIngressRuleCidrBlocks (infrastructure.cluster.x-k8s.io)
   */
  readonly nodePortCidrs?: readonly string[];
}

/** IDs of existing security groups. */
export interface AwsAdoptedGroups {
  /** Group of control plane machines. */
  readonly controlPlane: string;
  /** Group of all machines. */
  readonly nodes: string;
  /** Group of the API server's load balancer. */
  readonly apiServerLoadBalancer: string;
  /** Group that the cloud controller manages for Services of type LoadBalancer. */
  readonly loadBalancers: string;
}

/** Security groups of a cluster, as plain data. */
export type AwsSecurityGroupsModel =
  | {
      readonly kind: 'managed';
      /** The user's rules and those of addons, by name. */
      readonly rules: readonly SecurityRuleModel[];
      /** Ranges that may reach NodePorts; absent for the range of the VPC. */
      readonly nodePortCidrs?: readonly string[];
    }
  | { readonly kind: 'adopted'; readonly ids: AwsAdoptedGroups };

/** Security groups of a cluster: created by Cluster API, or existing ones. */
export class AwsSecurityGroups {
  /** Groups that Cluster API creates, with the rules that the CNI and addons need. */
  static managed(options: AwsManagedGroupsOptions = {}): AwsSecurityGroups {
    const { rules = [], nodePortCidrs } = options;
    return new AwsSecurityGroups({
      kind: 'managed',
      rules: rules.map(ruleModel),
      ...(nodePortCidrs && { nodePortCidrs: nodePortCidrs.map(peerRange) }),
    });
  }

  /** Existing groups, whose rules the provider does not change. */
  static fromIds(ids: AwsAdoptedGroups): AwsSecurityGroups {
    return new AwsSecurityGroups({ kind: 'adopted', ids });
  }

  private constructor(
    /** Model of the choice, without the rules of addons. */
    readonly model: AwsSecurityGroupsModel,
  ) {}
}

/** Adds the rules that addons need. */
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
