import { compact } from '../../base/fields';
import type { Network, Subnet, Vpc } from '../../schema/generated/aws-v1beta2.shapes.generated';
import type { AwsCluster } from '../model/cluster';
import { AWS_NETWORK_DEFAULTS, type AwsNetworkModel } from '../model/network';
import { cniIngressRules, ingressRules } from './ingress-rules';

/** Renders the network of a cluster with its security group rules. */
export function networkSpec(cluster: AwsCluster): Partial<Network> {
  const { network } = cluster;
  const rules = cniIngressRules(cluster);
  return {
    ...compact({ vpc: vpc(network), subnets: subnets(network), ...groups(cluster) }),
    // An empty object keeps the provider from opening the ports of Calico.
    ...(rules === undefined ? {} : { cni: compact({ cniIngressRules: rules }) }),
  };
}

function vpc(network: AwsNetworkModel): Partial<Vpc> {
  if (network.kind === 'adopted') return { id: network.vpcId };
  const { nodeCidr, zoneLimit, zoneSelection } = network;
  return compact({
    cidrBlock: nodeCidr,
    availabilityZoneUsageLimit:
      zoneLimit === AWS_NETWORK_DEFAULTS.zoneLimit ? undefined : zoneLimit,
    availabilityZoneSelection:
      zoneSelection === AWS_NETWORK_DEFAULTS.zoneSelection ? undefined : zoneSelection,
  } satisfies Vpc);
}

function subnets(network: AwsNetworkModel): readonly Subnet[] {
  if (network.kind === 'adopted') return network.subnetIds.map((id) => ({ id }));
  return network.subnets.map(({ name, cidr, availabilityZone, public: isPublic }) => ({
    id: name,
    cidrBlock: cidr,
    availabilityZone,
    isPublic,
  }));
}

function groups({ securityGroups, network }: AwsCluster): Partial<Network> {
  if (securityGroups.kind === 'adopted') {
    const { controlPlane, nodes, apiServerLoadBalancer, loadBalancers } = securityGroups.ids;
    return {
      securityGroupOverrides: {
        'apiserver-lb': apiServerLoadBalancer,
        controlplane: controlPlane,
        lb: loadBalancers,
        node: nodes,
      },
    };
  }
  const { rules, nodePortCidrs } = securityGroups;
  const { nodeCidr } = network;
  return {
    additionalControlPlaneIngressRules: ingressRules(rules, 'controlPlane'),
    additionalNodeIngressRules: ingressRules(rules, 'allNodes'),
    nodePortIngressRuleCidrBlocks: nodePortCidrs ?? (nodeCidr === undefined ? [] : [nodeCidr]),
  };
}
