export type { ClusterOutput, StackOutputs } from '../../provision/stack-outputs';
export type { LoadBalancerMonitor } from '../model/endpoint';
export type { AllocationPool } from '../model/network-lookup';
export type { IPv6Mode } from '../model/provisioned-network';
export type { FirewallRule, GroupRole, RemoteSide } from '../plan/firewall';
export { type DeployableFleet, deploy } from './deploy';
export {
  OpenStackLoadBalancer,
  type OpenStackLoadBalancerArgs,
} from './open-stack-load-balancer';
export {
  OpenStackNetwork,
  type OpenStackNetworkArgs,
} from './open-stack-network';
export {
  OpenStackSecurityGroups,
  type OpenStackSecurityGroupsArgs,
} from './open-stack-security-groups';
