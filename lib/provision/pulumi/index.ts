export type { LoadBalancerMonitor } from '../../openstack/model/endpoint';
export type { AllocationPool } from '../../openstack/model/network-lookup';
export type { IPv6Mode } from '../../openstack/model/provisioned-network';
export type { FirewallRule, GroupRole, RemoteSide } from '../../openstack/plan/firewall';
export {
  OpenStackLoadBalancer,
  type OpenStackLoadBalancerArgs,
} from '../../openstack/pulumi/open-stack-load-balancer';
export {
  OpenStackNetwork,
  type OpenStackNetworkArgs,
} from '../../openstack/pulumi/open-stack-network';
export {
  OpenStackSecurityGroups,
  type OpenStackSecurityGroupsArgs,
} from '../../openstack/pulumi/open-stack-security-groups';
export type { ClusterOutput, StackOutputs } from '../stack-outputs';
export { type DeployableFleet, deploy } from './deploy';
