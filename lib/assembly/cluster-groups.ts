import { CLUSTER_PART_RULES } from '../addons/rules/cluster-part-rules';
import { CNI_RULES } from '../addons/rules/cni-rules';
import { NAMESPACE_LEVEL_RULES } from '../addons/rules/pod-security/pod-security-rules';
import { hasKeys } from '../base/has-keys';
import { about, always, type RuleGroup, when } from '../base/rule';
import type { ClusterModel } from '../cluster/model/cluster';
import { DRAIN_RULE_RULES } from '../cluster/rules/drain-rule-rules';
import { AVAILABILITY_GATE_RULES } from '../cluster/rules/gate-rules';
import { CLUSTER_LABEL_RULES } from '../cluster/rules/label-rules';
import { CLUSTER_NAME_RULES } from '../cluster/rules/naming-rules';
import { CLUSTER_PROVIDER_RULES } from '../cluster/rules/provider-rules';
import { RANGE_RULES } from '../cluster/rules/range-rules';
import { VERSION_RULES } from '../cluster/rules/version-rules';
import { SERVING_CERTIFICATE_RULES } from '../kubeadm/rules/serving-certificate-rules';
import { type EndpointModel, hasBalancer } from '../openstack/model/endpoint';
import { isUnfiltered } from '../openstack/model/network';
import { BALANCER_PLACE_RULES } from '../openstack/rules/balancer-place-rules';
import { BASTION_RULES } from '../openstack/rules/bastion-rules';
import { CLOUDS_YAML_RULES } from '../openstack/rules/clouds-yaml-rules';
import {
  CREDENTIAL_RULES,
  IDENTITY_RULES,
  PLAINTEXT_RULES,
} from '../openstack/rules/credential-rules';
import { ENDPOINT_ADDRESS_RULES } from '../openstack/rules/endpoint-address-rules';
import { API_PORT_RULES, ENDPOINT_RULES } from '../openstack/rules/endpoint-rules';
import { EXPIRY_RULES, hasExpiry } from '../openstack/rules/expiry-rules';
import { FAMILY_RULES } from '../openstack/rules/family-rules';
import { FLOATING_IP_POOL_RULES } from '../openstack/rules/floating-ip-pool-rules';
import { IPV6_ENDPOINT_RULES } from '../openstack/rules/ipv6-endpoint-rules';
import { LOAD_BALANCER_RULES } from '../openstack/rules/load-balancer-rules';
import { CLUSTER_LOOKUP_RULES } from '../openstack/rules/lookup-rules';
import {
  EPHEMERAL_ADDRESS_RULES,
  MACHINE_ENDPOINT_RULES,
} from '../openstack/rules/machine-endpoint-rules';
import { CLUSTER_TAG_RULES } from '../openstack/rules/machine-rules';
import { MTU_RULES } from '../openstack/rules/mtu-rules';
import {
  ADOPTED_NETWORK_RULES,
  CLUSTER_DOMAIN_RULES,
  OWN_NETWORK_RULES,
} from '../openstack/rules/network-rules';
import { PROVISIONING_RULES } from '../openstack/rules/provisioning-rules';
import { REACHABILITY_RULES } from '../openstack/rules/reachability-rules';
import { ROUTER_ADDRESS_RULES } from '../openstack/rules/router-address-rules';
import { SECURITY_GROUP_RULES } from '../openstack/rules/security-group-rules';
import { UNFILTERED_NETWORK_RULES } from '../openstack/rules/unfiltered-rules';
import { VIRTUAL_IP_RULES } from '../openstack/rules/virtual-ip-rules';
import { BASTION_VOLUME_ZONE_RULES } from '../openstack/rules/volume-zone-rules';
import { SEALED_SECRET_RULES } from '../secrets/rules/sealed-secret-rules';
import { hasSources } from '../secrets/rules/secret-source-place';
import { EXTERNAL_SECRET_RULES, SECRET_SOURCE_RULES } from '../secrets/rules/secret-source-rules';
import { SOPS_RULES } from '../secrets/rules/sops-rules';
import { MANAGEMENT_IMAGE_RULES } from './management-image-rules';
import { secretsSubject } from './secrets-subject';

/** Rules on a cluster as a whole. */
export const CLUSTER_GROUPS: readonly RuleGroup<ClusterModel>[] = [
  always(...CLUSTER_NAME_RULES, ...CLUSTER_PROVIDER_RULES, ...VERSION_RULES),
  when(
    ({ labels, annotations }) => hasKeys(labels) || hasKeys(annotations),
    ...CLUSTER_LABEL_RULES,
  ),
  when(({ tags }) => tags.length > 0, ...CLUSTER_TAG_RULES),
  when(({ namespacePodSecurity }) => namespacePodSecurity !== undefined, ...NAMESPACE_LEVEL_RULES),
  always(...CREDENTIAL_RULES),
  when(({ credentials }) => credentials.kind === 'clusterIdentity', ...IDENTITY_RULES),
  when(
    ({ credentials }) => credentials.kind === 'plaintext',
    ...PLAINTEXT_RULES,
    ...CLOUDS_YAML_RULES,
  ),
  when(hasExpiry, ...EXPIRY_RULES),
  about(
    secretsSubject,
    when(
      hasSources,
      ...SECRET_SOURCE_RULES,
      ...EXTERNAL_SECRET_RULES,
      ...SEALED_SECRET_RULES,
      ...SOPS_RULES,
    ),
  ),
  always(...RANGE_RULES, ...FAMILY_RULES, ...CLUSTER_DOMAIN_RULES),
  when(({ network }) => network.kind !== 'adopted', ...OWN_NETWORK_RULES),
  when(({ network }) => isUnfiltered(network), ...UNFILTERED_NETWORK_RULES),
  when(
    ({ network }) => network.kind === 'managed' && network.externalRouterIPs !== undefined,
    ...ROUTER_ADDRESS_RULES,
  ),
  when(({ network }) => network.kind === 'adopted', ...ADOPTED_NETWORK_RULES),
  when(({ network }) => network.mtu !== undefined, ...MTU_RULES),
  when(({ cni }) => cni !== undefined, ...CNI_RULES),
  always(...CLUSTER_PART_RULES, ...SERVING_CERTIFICATE_RULES),
  when(adopts, ...CLUSTER_LOOKUP_RULES),
  when(hasGivenEndpoint, ...ENDPOINT_RULES, ...EPHEMERAL_ADDRESS_RULES),
  always(...API_PORT_RULES),
  when(describesBalancer, ...LOAD_BALANCER_RULES, ...BALANCER_PLACE_RULES),
  when(({ network }) => network.kind === 'adopted', ...IPV6_ENDPOINT_RULES),
  always(...SECURITY_GROUP_RULES),
  when(provisions, ...PROVISIONING_RULES, ...ENDPOINT_ADDRESS_RULES),
  when(({ management }) => management?.imageRegistries !== undefined, ...MANAGEMENT_IMAGE_RULES),
  when(
    ({ management, cloud }) =>
      management !== undefined || cloud.managementEgressCidrs !== undefined,
    ...REACHABILITY_RULES,
  ),
  when(({ bastion }) => bastion !== undefined, ...BASTION_RULES, ...BASTION_VOLUME_ZONE_RULES),
  when(({ endpoint }) => endpoint.kind === 'virtualIp', ...VIRTUAL_IP_RULES),
  when(({ endpoint }) => endpoint.kind === 'machine', ...MACHINE_ENDPOINT_RULES),
  when(({ availabilityGates }) => availabilityGates !== undefined, ...AVAILABILITY_GATE_RULES),
  when(({ drainRules }) => drainRules !== undefined, ...DRAIN_RULE_RULES),
  when(({ floatingIPPools }) => floatingIPPools !== undefined, ...FLOATING_IP_POOL_RULES),
];

function provisions({ network, endpoint, securityGroups }: ClusterModel): boolean {
  if (network.kind === 'provisioned' || securityGroups.kind === 'provisioned') return true;
  if (endpoint.kind !== 'managed') return endpoint.kind !== 'external';
  return endpoint.vipAddress !== undefined;
}

function adopts({ network, securityGroups, endpoint }: ClusterModel): boolean {
  if (endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined) return true;
  if (network.kind === 'adopted' || securityGroups.kind === 'adopted') return true;
  return network.router !== undefined || 'externalRouterIPs' in network;
}

function hasGivenEndpoint({ endpoint }: ClusterModel): boolean {
  return endpoint.kind !== 'managed' || endpoint.floatingIP !== undefined;
}

function describesBalancer({ endpoint }: ClusterModel): boolean {
  if (!hasBalancer(endpoint)) return false;
  if (endpoint.kind === 'managed' && isPlaced(endpoint)) return true;
  const { allowedCidrs, additionalPorts, monitor, provider } = endpoint;
  if (endpoint.kind === 'loadBalancer' && endpoint.flavorId !== undefined) return true;
  if (allowedCidrs.length > 0 || additionalPorts.length > 0) return true;
  return monitor !== undefined || provider !== undefined;
}

function isPlaced(endpoint: Extract<EndpointModel, { kind: 'managed' }>): boolean {
  const { flavor, vipNetwork, vipSubnetId, availabilityZone } = endpoint;
  return (flavor ?? vipNetwork ?? vipSubnetId ?? availabilityZone) !== undefined;
}
