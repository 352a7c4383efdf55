import { ADDON_CASES } from '../../addons/rules/cases/addon-cases';
import { CLUSTER_PART_CASES } from '../../addons/rules/cases/cluster-part-cases';
import { CNI_CASES } from '../../addons/rules/cases/cni-cases';
import { HELM_CHART_CASES } from '../../addons/rules/cases/helm-chart-cases';
import { POD_SECURITY_CASES } from '../../addons/rules/cases/pod-security-cases';
import { WORKLOAD_CASES } from '../../addons/rules/cases/workload-cases';
import { AWS_CASES } from '../../aws/rules/cases/index';
import { AZURE_CASES } from '../../azure/rules/cases/index';
import { AUTOSCALE_CASES } from '../../cluster/rules/cases/autoscale-cases';
import { CAPACITY_CASES } from '../../cluster/rules/cases/capacity-cases';
import { CONTROL_PLANE_CASES } from '../../cluster/rules/cases/control-plane-cases';
import { DRAIN_RULE_CASES } from '../../cluster/rules/cases/drain-rule-cases';
import { GATE_CASES } from '../../cluster/rules/cases/gate-cases';
import { GPU_CASES } from '../../cluster/rules/cases/gpu-cases';
import { LABEL_CASES } from '../../cluster/rules/cases/label-cases';
import { MACHINE_CASES } from '../../cluster/rules/cases/machine-cases';
import { NAME_CASES } from '../../cluster/rules/cases/name-cases';
import { POOL_CASES } from '../../cluster/rules/cases/pool-cases';
import { PREEMPTIBLE_CASES } from '../../cluster/rules/cases/preemptible-cases';
import { RANGE_CASES } from '../../cluster/rules/cases/range-cases';
import { SIZE_CASES } from '../../cluster/rules/cases/size-cases';
import { TAINT_CASES } from '../../cluster/rules/cases/taint-cases';
import { VERSION_CASES } from '../../cluster/rules/cases/version-cases';
import { WINDOWS_CASES } from '../../cluster/rules/cases/windows-cases';
import { ZONE_CASES } from '../../cluster/rules/cases/zone-cases';
import { DEV_CASES } from '../../dev/rules/cases/dev-cases';
import { CIDR_PLAN_CASES } from '../../fleet/rules/cases/cidr-plan-cases';
import { FLEET_ADDRESS_CASES } from '../../fleet/rules/cases/fleet-address-cases';
import { FLEET_CASES } from '../../fleet/rules/cases/fleet-cases';
import { HETZNER_CASES } from '../../hetzner/rules/cases/index';
import { ADMISSION_CASES } from '../../kubeadm/rules/cases/admission-cases';
import { AUDIT_CASES } from '../../kubeadm/rules/cases/audit-cases';
import { AUTHENTICATION_CASES } from '../../kubeadm/rules/cases/authentication-cases';
import { CERTIFICATE_CASES } from '../../kubeadm/rules/cases/certificate-cases';
import { COMPONENT_CASES } from '../../kubeadm/rules/cases/component-cases';
import { ENCRYPTION_CASES } from '../../kubeadm/rules/cases/encryption-cases';
import { ETCD_CASES } from '../../kubeadm/rules/cases/etcd-cases';
import { ETCD_DISK_CASES } from '../../kubeadm/rules/cases/etcd-disk-cases';
import { ETCD_TASK_CASES } from '../../kubeadm/rules/cases/etcd-task-cases';
import { IGNITION_CASES } from '../../kubeadm/rules/cases/ignition-cases';
import { KUBE_PROXY_CASES } from '../../kubeadm/rules/cases/kube-proxy-cases';
import { KUBEADM_CASES } from '../../kubeadm/rules/cases/kubeadm-cases';
import { KUBEADM_PATCH_CASES } from '../../kubeadm/rules/cases/kubeadm-patch-cases';
import { KUBELET_CASES } from '../../kubeadm/rules/cases/kubelet-cases';
import { NODE_DISK_CASES } from '../../kubeadm/rules/cases/node-disk-cases';
import {
  NODE_PROXY_CASES,
  NODE_TRUST_CASES,
} from '../../kubeadm/rules/cases/node-environment-cases';
import { NODE_FILE_CASES } from '../../kubeadm/rules/cases/node-file-cases';
import { NODE_USER_CASES } from '../../kubeadm/rules/cases/node-user-cases';
import { RESERVATION_CASES } from '../../kubeadm/rules/cases/reservation-cases';
import { TLS_CASES } from '../../kubeadm/rules/cases/tls-cases';
import { WINDOWS_BOOTSTRAP_CASES } from '../../kubeadm/rules/cases/windows-bootstrap-cases';
import { BALANCER_PLACE_CASES } from '../../openstack/rules/cases/balancer-place-cases';
import { BASTION_CASES } from '../../openstack/rules/cases/bastion-cases';
import { BLOCK_DEVICE_CASES } from '../../openstack/rules/cases/block-device-cases';
import { CLOUD_CASES } from '../../openstack/rules/cases/cloud-cases';
import { CLOUD_CONF_CASES } from '../../openstack/rules/cases/cloud-conf-cases';
import { CREDENTIAL_CASES } from '../../openstack/rules/cases/credential-cases';
import { ENDPOINT_ADDRESS_CASES } from '../../openstack/rules/cases/endpoint-address-cases';
import { ENDPOINT_CASES } from '../../openstack/rules/cases/endpoint-cases';
import { FAMILY_CASES } from '../../openstack/rules/cases/family-cases';
import { FIXED_ADDRESS_CASES } from '../../openstack/rules/cases/fixed-address-cases';
import { FLOATING_IP_POOL_CASES } from '../../openstack/rules/cases/floating-ip-pool-cases';
import { IDENTITY_CASES } from '../../openstack/rules/cases/identity-cases';
import { IMAGE_CASES } from '../../openstack/rules/cases/image-cases';
import { LOAD_BALANCER_CASES } from '../../openstack/rules/cases/load-balancer-cases';
import { LOOKUP_CASES } from '../../openstack/rules/cases/lookup-cases';
import { MACHINE_ENDPOINT_CASES } from '../../openstack/rules/cases/machine-endpoint-cases';
import { MACHINE_IDENTITY_CASES } from '../../openstack/rules/cases/machine-identity-cases';
import { MTU_CASES } from '../../openstack/rules/cases/mtu-cases';
import { NETWORK_CASES } from '../../openstack/rules/cases/network-cases';
import { PORT_CASES } from '../../openstack/rules/cases/port-cases';
import { PROVISIONING_CASES } from '../../openstack/rules/cases/provisioning-cases';
import { REACHABILITY_CASES } from '../../openstack/rules/cases/reachability-cases';
import { SECURITY_GROUP_CASES } from '../../openstack/rules/cases/security-group-cases';
import { UNFILTERED_CASES } from '../../openstack/rules/cases/unfiltered-cases';
import { VIRTUAL_IP_CASES } from '../../openstack/rules/cases/virtual-ip-cases';
import { VOLUME_ZONE_CASES } from '../../openstack/rules/cases/volume-zone-cases';
import { SECRET_SOURCE_CASES } from '../../secrets/rules/cases/secret-source-cases';
import { SOPS_CASES } from '../../secrets/rules/cases/sops-cases';
import { VCENTER_CASES } from '../../vsphere/rules/cases/vcenter-cases';
import { VM_CASES } from '../../vsphere/rules/cases/vm-cases';
import { VSPHERE_CLUSTER_CASES } from '../../vsphere/rules/cases/vsphere-cluster-cases';
import { VSPHERE_FLEET_CASES } from '../../vsphere/rules/cases/vsphere-fleet-cases';
import { VSPHERE_OBJECT_CASES } from '../../vsphere/rules/cases/vsphere-object-cases';
import type { RuleCase } from '../rule-case';
import { MANAGEMENT_IMAGE_CASES } from './management-image-cases';
import { OBJECT_CASES } from './object-cases';
import { OBJECT_SET_CASES } from './object-set-cases';

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
  ...AWS_CASES,
  ...HETZNER_CASES,
  ...AZURE_CASES,
  ...CIDR_PLAN_CASES,
  ...BASTION_CASES,
  ...OBJECT_CASES,
  ...OBJECT_SET_CASES,
  ...FLEET_CASES,
  ...FLEET_ADDRESS_CASES,
  ...DEV_CASES,
  ...VCENTER_CASES,
  ...VSPHERE_CLUSTER_CASES,
  ...VM_CASES,
  ...VSPHERE_OBJECT_CASES,
  ...VSPHERE_FLEET_CASES,
];
