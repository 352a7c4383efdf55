import { hasKeys } from '../../base/has-keys';
import { always, type RuleGroup, when } from '../../base/rule';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import { CLOUD_CONF, CLOUD_CONTROLLER_NAME, VOLUME_CLUSTER_NAME } from '../model/addon-facts';
import type { OpenStackCloudModel } from '../model/cloud';
import type { OpenStackCluster } from '../model/cluster';
import { hasBalancer, type OpenStackEndpoint } from '../model/endpoint';
import { isUnfiltered } from '../model/network';
import { BALANCER_PLACE_RULES } from './balancer-place-rules';
import { BASTION_RULES } from './bastion-rules';
import { BLOCK_DEVICE_RULES } from './block-device-rules';
import { CLOUD_CONF_RULES, CLOUD_CONTROLLER_RULES, CLOUD_NAME_RULES } from './cloud-conf-rules';
import { CLOUD_RULES } from './cloud-rules';
import type { CloudSummary } from './cloud-summary';
import { CLOUDS_YAML_RULES } from './clouds-yaml-rules';
import { CREDENTIAL_NAME_RULES } from './credential-name-rules';
import { CREDENTIAL_RULES, IDENTITY_RULES, PLAINTEXT_RULES } from './credential-rules';
import { ENDPOINT_ADDRESS_RULES } from './endpoint-address-rules';
import { API_PORT_RULES, ENDPOINT_RULES } from './endpoint-rules';
import { EXPIRY_RULES, hasExpiry } from './expiry-rules';
import { FAMILY_RULES } from './family-rules';
import { CONTROL_PLANE_FIXED_ADDRESS_RULES, POOL_FIXED_ADDRESS_RULES } from './fixed-address-rules';
import { OPENSTACK_FLEET_RULES } from './fleet-rules';
import { FLOATING_IP_POOL_RULES, POOLED_ADDRESS_RULES } from './floating-ip-pool-rules';
import { IMAGE_RULES } from './image-rules';
import { IPV6_ENDPOINT_RULES } from './ipv6-endpoint-rules';
import { LOAD_BALANCER_RULES } from './load-balancer-rules';
import { CLOUD_LOOKUP_RULES, CLUSTER_LOOKUP_RULES, MACHINE_LOOKUP_RULES } from './lookup-rules';
import { EPHEMERAL_ADDRESS_RULES, MACHINE_ENDPOINT_RULES } from './machine-endpoint-rules';
import { MACHINE_IDENTITY_RULES } from './machine-identity-rules';
import {
  CLUSTER_TAG_RULES,
  MACHINE_RULES,
  ROOT_VOLUME_RULES,
  SERVER_METADATA_RULES,
  SERVER_TAG_RULES,
} from './machine-rules';
import { MTU_RULES } from './mtu-rules';
import { ADOPTED_NETWORK_RULES, CLUSTER_DOMAIN_RULES, OWN_NETWORK_RULES } from './network-rules';
import { OMITTED_ZONE_RULES } from './omitted-zone-rules';
import { PORT_RULES } from './port-rules';
import { PORT_SECURITY_RULES } from './port-security-rules';
import { PROVISIONING_RULES, RENDERING_RULES } from './provisioning-rules';
import { REACHABILITY_RULES } from './reachability-rules';
import { ROUTER_ADDRESS_RULES } from './router-address-rules';
import { SCHEDULER_HINT_RULES } from './scheduler-hint-rules';
import { SECURITY_GROUP_RULES } from './security-group-rules';
import { BOOT_RULES, CONTROL_PLANE_SIZE_RULES } from './size-rules';
import type {
  AddonSubject,
  ControlPlaneSubject,
  MachineSubject,
  PoolSubject,
  ServerSubject,
} from './subjects';
import { UNFILTERED_NETWORK_RULES, UNFILTERED_SERVER_RULES } from './unfiltered-rules';
import { VIRTUAL_IP_RULES } from './virtual-ip-rules';
import {
  BASTION_VOLUME_ZONE_RULES,
  CLAIM_ZONE_RULES,
  VOLUME_ZONE_RULES,
} from './volume-zone-rules';
import { WINDOWS_IMAGE_RULES } from './windows-image-rules';

/** Rules on a single cloud. */
export const OPENSTACK_CLOUD_GROUPS: readonly RuleGroup<OpenStackCloudModel>[] = [
  always(...CLOUD_RULES, ...CLOUD_LOOKUP_RULES),
];

/** Rules on a cluster as a whole. */
export const OPENSTACK_CLUSTER_GROUPS: readonly RuleGroup<OpenStackCluster>[] = [
  when(({ tags }) => tags.length > 0, ...CLUSTER_TAG_RULES),
  always(...CREDENTIAL_RULES),
  when(({ credentials }) => credentials.kind === 'clusterIdentity', ...IDENTITY_RULES),
  when(
    ({ credentials }) => credentials.kind === 'plaintext',
    ...PLAINTEXT_RULES,
    ...CLOUDS_YAML_RULES,
  ),
  when(hasExpiry, ...EXPIRY_RULES),
  always(...FAMILY_RULES, ...CLUSTER_DOMAIN_RULES),
  when(({ network }) => network.kind !== 'adopted', ...OWN_NETWORK_RULES),
  when(({ network }) => isUnfiltered(network), ...UNFILTERED_NETWORK_RULES),
  when(
    ({ network }) => network.kind === 'managed' && network.externalRouterIPs !== undefined,
    ...ROUTER_ADDRESS_RULES,
  ),
  when(({ network }) => network.kind === 'adopted', ...ADOPTED_NETWORK_RULES),
  when(({ network }) => network.mtu !== undefined, ...MTU_RULES),
  when(adopts, ...CLUSTER_LOOKUP_RULES),
  when(hasGivenEndpoint, ...ENDPOINT_RULES, ...EPHEMERAL_ADDRESS_RULES),
  always(...API_PORT_RULES),
  when(describesBalancer, ...LOAD_BALANCER_RULES, ...BALANCER_PLACE_RULES),
  when(({ network }) => network.kind === 'adopted', ...IPV6_ENDPOINT_RULES),
  always(...SECURITY_GROUP_RULES),
  when(provisions, ...PROVISIONING_RULES, ...ENDPOINT_ADDRESS_RULES),
  when(
    ({ management, cloud }) =>
      management !== undefined || cloud.managementEgressCidrs !== undefined,
    ...REACHABILITY_RULES,
  ),
  when(({ bastion }) => bastion !== undefined, ...BASTION_RULES, ...BASTION_VOLUME_ZONE_RULES),
  when(({ endpoint }) => endpoint.kind === 'virtualIp', ...VIRTUAL_IP_RULES),
  when(({ endpoint }) => endpoint.kind === 'machine', ...MACHINE_ENDPOINT_RULES),
  when(({ floatingIPPools }) => floatingIPPools !== undefined, ...FLOATING_IP_POOL_RULES),
];

/** Additional rules on a cluster whose manifests are written. */
export const OPENSTACK_RENDERING_GROUPS: readonly RuleGroup<OpenStackCluster>[] = [
  always(...RENDERING_RULES),
];

/** Rules on a control plane. */
export const OPENSTACK_CONTROL_PLANE_GROUPS: readonly RuleGroup<ControlPlaneSubject>[] = [
  always(...CONTROL_PLANE_SIZE_RULES),
  when(
    ({ controlPlane }) => controlPlane.ports !== undefined,
    ...CONTROL_PLANE_FIXED_ADDRESS_RULES,
  ),
  when(({ controlPlane }) => controlPlane.omitAvailabilityZone, ...OMITTED_ZONE_RULES),
];

/** Rules on servers: machines and bastions. */
export const OPENSTACK_SERVER_GROUPS: readonly RuleGroup<ServerSubject>[] = [
  always(...MACHINE_RULES, ...BOOT_RULES),
  when(({ machine }) => machine.rootVolume !== undefined, ...ROOT_VOLUME_RULES),
  when(({ machine }) => hasKeys(machine.serverMetadata), ...SERVER_METADATA_RULES),
  when(({ machine }) => machine.tags.length > 0, ...SERVER_TAG_RULES),
  when(({ machine }) => machine.schedulerHints !== undefined, ...SCHEDULER_HINT_RULES),
  always(...MACHINE_LOOKUP_RULES),
  when(({ cluster }) => isUnfiltered(cluster.network), ...UNFILTERED_SERVER_RULES),
];

/** Rules on machines of a control plane or a node pool. */
export const OPENSTACK_MACHINE_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  always(...IMAGE_RULES),
  when(({ machine }) => machine.additionalBlockDevices !== undefined, ...BLOCK_DEVICE_RULES),
  when(
    ({ machine }) => (machine.rootVolume ?? machine.additionalBlockDevices) !== undefined,
    ...VOLUME_ZONE_RULES,
  ),
  when(({ machine }) => machine.floatingIPPool !== undefined, ...POOLED_ADDRESS_RULES),
  when(({ machine }) => machine.identity !== undefined, ...MACHINE_IDENTITY_RULES),
  when(({ machine }) => machine.ports !== undefined, ...PORT_RULES, ...PORT_SECURITY_RULES),
];

/** Rules on a node pool. */
export const OPENSTACK_POOL_GROUPS: readonly RuleGroup<PoolSubject>[] = [
  when(({ pool }) => pool.ports !== undefined, ...POOL_FIXED_ADDRESS_RULES),
  when(({ pool }) => pool.os === 'windows', ...WINDOWS_IMAGE_RULES),
];

/** Rules on an addon. */
export const OPENSTACK_ADDON_GROUPS: readonly RuleGroup<AddonSubject>[] = [
  when(({ cluster }) => cluster.credentials.kind === 'plaintext', ...CREDENTIAL_NAME_RULES),
  when(({ addon }) => CLOUD_CONF.of(addon) !== undefined, ...CLOUD_CONF_RULES),
  when(({ addon }) => CLOUD_CONTROLLER_NAME.of(addon) !== undefined, ...CLOUD_CONTROLLER_RULES),
  when(
    ({ addon }) => (CLOUD_CONTROLLER_NAME.of(addon) ?? VOLUME_CLUSTER_NAME.of(addon)) !== undefined,
    ...CLOUD_NAME_RULES,
  ),
  when(({ addon }) => addon.storageClasses !== undefined, ...CLAIM_ZONE_RULES),
];

/** Rules across all clusters. */
export const OPENSTACK_FLEET_GROUPS: readonly RuleGroup<FleetSummary<CloudSummary>>[] = [
  always(...OPENSTACK_FLEET_RULES),
];

function provisions({ network, endpoint, securityGroups }: OpenStackCluster): boolean {
  if (network.kind === 'provisioned' || securityGroups.kind === 'provisioned') return true;
  if (endpoint.kind !== 'managed') return endpoint.kind !== 'external';
  return endpoint.vipAddress !== undefined;
}

function adopts({ network, securityGroups, endpoint }: OpenStackCluster): boolean {
  if (endpoint.kind === 'managed' && endpoint.vipNetwork !== undefined) return true;
  if (network.kind === 'adopted' || securityGroups.kind === 'adopted') return true;
  return network.router !== undefined || 'externalRouterIPs' in network;
}

function hasGivenEndpoint({ endpoint }: OpenStackCluster): boolean {
  return endpoint.kind !== 'managed' || endpoint.floatingIP !== undefined;
}

function describesBalancer({ endpoint }: OpenStackCluster): boolean {
  if (!hasBalancer(endpoint)) return false;
  if (endpoint.kind === 'managed' && isPlaced(endpoint)) return true;
  const { allowedCidrs, additionalPorts, monitor, provider } = endpoint;
  if (endpoint.kind === 'loadBalancer' && endpoint.flavorId !== undefined) return true;
  if (allowedCidrs.length > 0 || additionalPorts.length > 0) return true;
  return monitor !== undefined || provider !== undefined;
}

function isPlaced(endpoint: Extract<OpenStackEndpoint, { kind: 'managed' }>): boolean {
  const { flavor, vipNetwork, vipSubnetId, availabilityZone } = endpoint;
  return (flavor ?? vipNetwork ?? vipSubnetId ?? availabilityZone) !== undefined;
}
