import type { RuleCase } from '../rule-case';
import { ADDON_CASES } from './addon-cases';
import { ADMISSION_CASES } from './admission-cases';
import { AUDIT_CASES } from './audit-cases';
import { AUTHENTICATION_CASES } from './authentication-cases';
import { AUTOSCALE_CASES } from './autoscale-cases';
import { BALANCER_PLACE_CASES } from './balancer-place-cases';
import { BASTION_CASES } from './bastion-cases';
import { BLOCK_DEVICE_CASES } from './block-device-cases';
import { CAPACITY_CASES } from './capacity-cases';
import { CERTIFICATE_CASES } from './certificate-cases';
import { CIDR_PLAN_CASES } from './cidr-plan-cases';
import { CLOUD_CASES } from './cloud-cases';
import { CLOUD_CONF_CASES } from './cloud-conf-cases';
import { CLUSTER_PART_CASES } from './cluster-part-cases';
import { CNI_CASES } from './cni-cases';
import { COMPONENT_CASES } from './component-cases';
import { CONTROL_PLANE_CASES } from './control-plane-cases';
import { CREDENTIAL_CASES } from './credential-cases';
import { DRAIN_RULE_CASES } from './drain-rule-cases';
import { ENCRYPTION_CASES } from './encryption-cases';
import { ENDPOINT_ADDRESS_CASES } from './endpoint-address-cases';
import { ENDPOINT_CASES } from './endpoint-cases';
import { ETCD_CASES } from './etcd-cases';
import { ETCD_DISK_CASES } from './etcd-disk-cases';
import { ETCD_TASK_CASES } from './etcd-task-cases';
import { FAMILY_CASES } from './family-cases';
import { FIXED_ADDRESS_CASES } from './fixed-address-cases';
import { FLEET_ADDRESS_CASES } from './fleet-address-cases';
import { FLEET_CASES } from './fleet-cases';
import { FLOATING_IP_POOL_CASES } from './floating-ip-pool-cases';
import { GATE_CASES } from './gate-cases';
import { GPU_CASES } from './gpu-cases';
import { HELM_CHART_CASES } from './helm-chart-cases';
import { IDENTITY_CASES } from './identity-cases';
import { IGNITION_CASES } from './ignition-cases';
import { IMAGE_CASES } from './image-cases';
import { KUBE_PROXY_CASES } from './kube-proxy-cases';
import { KUBEADM_CASES } from './kubeadm-cases';
import { KUBEADM_PATCH_CASES } from './kubeadm-patch-cases';
import { KUBELET_CASES } from './kubelet-cases';
import { LABEL_CASES } from './label-cases';
import { LOAD_BALANCER_CASES } from './load-balancer-cases';
import { LOOKUP_CASES } from './lookup-cases';
import { MACHINE_CASES } from './machine-cases';
import { MACHINE_ENDPOINT_CASES } from './machine-endpoint-cases';
import { MACHINE_IDENTITY_CASES } from './machine-identity-cases';
import { MANAGEMENT_IMAGE_CASES } from './management-image-cases';
import { MTU_CASES } from './mtu-cases';
import { NAME_CASES } from './name-cases';
import { NETWORK_CASES } from './network-cases';
import { NODE_DISK_CASES } from './node-disk-cases';
import { NODE_PROXY_CASES, NODE_TRUST_CASES } from './node-environment-cases';
import { NODE_FILE_CASES } from './node-file-cases';
import { NODE_USER_CASES } from './node-user-cases';
import { OBJECT_CASES } from './object-cases';
import { OBJECT_SET_CASES } from './object-set-cases';
import { POD_SECURITY_CASES } from './pod-security-cases';
import { POOL_CASES } from './pool-cases';
import { PORT_CASES } from './port-cases';
import { PREEMPTIBLE_CASES } from './preemptible-cases';
import { PROVISIONING_CASES } from './provisioning-cases';
import { RANGE_CASES } from './range-cases';
import { REACHABILITY_CASES } from './reachability-cases';
import { RESERVATION_CASES } from './reservation-cases';
import { SECRET_SOURCE_CASES } from './secret-source-cases';
import { SECURITY_GROUP_CASES } from './security-group-cases';
import { SIZE_CASES } from './size-cases';
import { SOPS_CASES } from './sops-cases';
import { TAINT_CASES } from './taint-cases';
import { TLS_CASES } from './tls-cases';
import { UNFILTERED_CASES } from './unfiltered-cases';
import { VERSION_CASES } from './version-cases';
import { VIRTUAL_IP_CASES } from './virtual-ip-cases';
import { VOLUME_ZONE_CASES } from './volume-zone-cases';
import { WINDOWS_BOOTSTRAP_CASES } from './windows-bootstrap-cases';
import { WINDOWS_CASES } from './windows-cases';
import { WORKLOAD_CASES } from './workload-cases';
import { ZONE_CASES } from './zone-cases';

/** Examples of every rule. */
export const RULE_CASES: readonly RuleCase[] = [
  ...VERSION_CASES,
  ...NAME_CASES,
  ...CLOUD_CASES,
  ...CREDENTIAL_CASES,
  ...IDENTITY_CASES,
  ...SECRET_SOURCE_CASES,
  ...SOPS_CASES,
  ...RANGE_CASES,
  ...NETWORK_CASES,
  ...MANAGEMENT_IMAGE_CASES,
  ...MTU_CASES,
  ...BALANCER_PLACE_CASES,
  ...FAMILY_CASES,
  ...REACHABILITY_CASES,
  ...LOOKUP_CASES,
  ...ENDPOINT_CASES,
  ...LOAD_BALANCER_CASES,
  ...SECURITY_GROUP_CASES,
  ...CLUSTER_PART_CASES,
  ...CNI_CASES,
  ...CONTROL_PLANE_CASES,
  ...COMPONENT_CASES,
  ...ADMISSION_CASES,
  ...AUDIT_CASES,
  ...KUBEADM_PATCH_CASES,
  ...CERTIFICATE_CASES,
  ...TLS_CASES,
  ...ETCD_CASES,
  ...ETCD_DISK_CASES,
  ...ETCD_TASK_CASES,
  ...AUTHENTICATION_CASES,
  ...ENCRYPTION_CASES,
  ...MACHINE_CASES,
  ...IMAGE_CASES,
  ...BLOCK_DEVICE_CASES,
  ...PORT_CASES,
  ...NODE_FILE_CASES,
  ...NODE_USER_CASES,
  ...NODE_DISK_CASES,
  ...NODE_PROXY_CASES,
  ...NODE_TRUST_CASES,
  ...IGNITION_CASES,
  ...SIZE_CASES,
  ...POOL_CASES,
  ...ZONE_CASES,
  ...AUTOSCALE_CASES,
  ...CAPACITY_CASES,
  ...GPU_CASES,
  ...HELM_CHART_CASES,
  ...PREEMPTIBLE_CASES,
  ...WINDOWS_BOOTSTRAP_CASES,
  ...WINDOWS_CASES,
  ...KUBELET_CASES,
  ...RESERVATION_CASES,
  ...LABEL_CASES,
  ...TAINT_CASES,
  ...DRAIN_RULE_CASES,
  ...GATE_CASES,
  ...KUBE_PROXY_CASES,
  ...KUBEADM_CASES,
  ...ADDON_CASES,
  ...CLOUD_CONF_CASES,
  ...FIXED_ADDRESS_CASES,
  ...VOLUME_ZONE_CASES,
  ...WORKLOAD_CASES,
  ...POD_SECURITY_CASES,
  ...PROVISIONING_CASES,
  ...ENDPOINT_ADDRESS_CASES,
  ...VIRTUAL_IP_CASES,
  ...MACHINE_ENDPOINT_CASES,
  ...MACHINE_IDENTITY_CASES,
  ...UNFILTERED_CASES,
  ...FLOATING_IP_POOL_CASES,
  ...CIDR_PLAN_CASES,
  ...BASTION_CASES,
  ...OBJECT_CASES,
  ...OBJECT_SET_CASES,
  ...FLEET_CASES,
  ...FLEET_ADDRESS_CASES,
];
