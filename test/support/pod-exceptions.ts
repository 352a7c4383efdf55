/** Field of a container that is less closed than it could be, and why. */
export interface PodException {
  /** Kind and name of the object that makes the pod, as a regular expression. */
  readonly workload: string;
  /** Container; empty for the pod, or for all of its containers. */
  readonly container: string;
  /** Field that is open. */
  readonly field: string;
  /** What it is needed for. */
  readonly reason: string;
}

const CCM = 'DaemonSet openstack-cloud-controller-manager';
const NODE = 'DaemonSet cinder-csi-node';
const VSPHERE_CCM = 'DaemonSet vsphere-cloud-controller-manager';
const VSPHERE_NODE = 'DaemonSet vsphere-csi-node';
const AWS_CCM = 'DaemonSet aws-cloud-controller-manager';
const EBS_CONTROLLER = 'Deployment ebs-csi-controller';
const EBS_NODE = 'DaemonSet ebs-csi-node';
const HCLOUD_CCM = 'DaemonSet hcloud-cloud-controller-manager';
const HCLOUD_NODE = 'DaemonSet hcloud-csi-node';
const AZURE_DISK_NODE = 'DaemonSet azuredisk-csi-node';
const NVIDIA = 'DaemonSet nvidia-device-plugin';
const ETCD = 'CronJob etcd-(backup|defragmentation)';
const CALICO = 'Job calico-installer';
const KUBE_VIP = 'Pod kube-vip';

/** Every exception; `docs/addons.md` has the same table. */
export const POD_EXCEPTIONS: readonly PodException[] = [
  {
    workload: CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initializes nodes before a pod network can start',
  },
  {
    workload: NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it queries the metadata service of the cloud for its server',
  },
  {
    workload: NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: 'its sockets are in folders of the kubelet, which root owns',
  },
  {
    workload: NODE,
    container: 'cinder-csi-plugin',
    field: 'privileged',
    reason: 'it formats disks and mounts them into the folders of pods',
  },
  {
    workload: NODE,
    container: 'cinder-csi-plugin',
    field: 'allowPrivilegeEscalation',
    reason: 'Kubernetes rejects a privileged container with `false`',
  },
  {
    workload: NODE,
    container: 'cinder-csi-plugin',
    field: 'capabilities',
    reason: 'a privileged container has all capabilities',
  },
  {
    workload: VSPHERE_CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initializes nodes before a pod network can start',
  },
  {
    workload: VSPHERE_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it queries the API server for the topology of its node, even without a pod network',
  },
  {
    workload: VSPHERE_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: 'its sockets are in folders of the kubelet, which root owns',
  },
  {
    workload: VSPHERE_NODE,
    container: 'vsphere-csi-driver',
    field: 'privileged',
    reason: 'it formats disks and mounts them into the folders of pods',
  },
  {
    workload: VSPHERE_NODE,
    container: 'vsphere-csi-driver',
    field: 'allowPrivilegeEscalation',
    reason: 'Kubernetes rejects a privileged container with `false`',
  },
  {
    workload: VSPHERE_NODE,
    container: 'vsphere-csi-driver',
    field: 'capabilities',
    reason: 'a privileged container has all capabilities',
  },
  {
    workload: AWS_CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initializes nodes before a pod network can start',
  },
  {
    workload: EBS_CONTROLLER,
    container: '',
    field: 'hostNetwork',
    reason: 'it uses the instance profile, which EC2 provides only to the machine',
  },
  {
    workload: EBS_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it queries the metadata service of EC2 for its instance',
  },
  {
    workload: EBS_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: 'its sockets are in folders of the kubelet, which root owns',
  },
  {
    workload: EBS_NODE,
    container: 'ebs-plugin',
    field: 'privileged',
    reason: 'it formats disks and mounts them into the folders of pods',
  },
  {
    workload: EBS_NODE,
    container: 'ebs-plugin',
    field: 'allowPrivilegeEscalation',
    reason: 'Kubernetes rejects a privileged container with `false`',
  },
  {
    workload: EBS_NODE,
    container: 'ebs-plugin',
    field: 'capabilities',
    reason: 'a privileged container has all capabilities',
  },
  {
    workload: HCLOUD_CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initializes nodes before a pod network can start',
  },
  {
    workload: HCLOUD_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it queries the metadata service of Hetzner for its server',
  },
  {
    workload: HCLOUD_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: 'its sockets are in folders of the kubelet, which root owns',
  },
  {
    workload: HCLOUD_NODE,
    container: 'hcloud-csi-driver',
    field: 'privileged',
    reason: 'it formats disks and mounts them into the folders of pods',
  },
  {
    workload: HCLOUD_NODE,
    container: 'hcloud-csi-driver',
    field: 'allowPrivilegeEscalation',
    reason: 'Kubernetes rejects a privileged container with `false`',
  },
  {
    workload: HCLOUD_NODE,
    container: 'hcloud-csi-driver',
    field: 'capabilities',
    reason: 'a privileged container has all capabilities',
  },
  {
    workload: 'DaemonSet azure-cloud-controller-manager',
    container: '',
    field: 'hostNetwork',
    reason: 'it assigns pod ranges to nodes before a pod network can start',
  },
  {
    workload: 'DaemonSet cloud-node-manager',
    container: '',
    field: 'hostNetwork',
    reason: 'it initializes its node before a pod network can start',
  },
  {
    workload: 'Deployment azuredisk-csi-controller',
    container: '',
    field: 'hostNetwork',
    reason: 'it uses the identity that Azure provides only to the machine',
  },
  {
    workload: AZURE_DISK_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it queries the metadata service of Azure for its machine',
  },
  {
    workload: AZURE_DISK_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: 'its sockets are in folders of the kubelet, which root owns',
  },
  {
    workload: AZURE_DISK_NODE,
    container: 'azuredisk',
    field: 'privileged',
    reason: 'it formats disks and mounts them into the folders of pods',
  },
  {
    workload: AZURE_DISK_NODE,
    container: 'azuredisk',
    field: 'allowPrivilegeEscalation',
    reason: 'Kubernetes rejects a privileged container with `false`',
  },
  {
    workload: AZURE_DISK_NODE,
    container: 'azuredisk',
    field: 'capabilities',
    reason: 'a privileged container has all capabilities',
  },
  {
    workload: NVIDIA,
    container: '',
    field: 'runAsNonRoot',
    reason: 'its socket is in a folder of the kubelet, which root owns',
  },
  {
    workload: NVIDIA,
    container: 'nvidia-device-plugin',
    field: 'readOnlyRootFilesystem',
    reason: "NVIDIA's runtime adds its libraries, and a list of them, to the root filesystem",
  },
  {
    workload: ETCD,
    container: '',
    field: 'hostNetwork',
    reason: 'the etcd member listens on the loopback address of the machine',
  },
  {
    workload: ETCD,
    container: '',
    field: 'runAsNonRoot',
    reason: 'only root can read the key of the etcd client, and the snapshot that is saved with it',
  },
  {
    workload: CALICO,
    container: '',
    field: 'hostNetwork',
    reason: 'it runs before there is a pod network',
  },
  {
    workload: KUBE_VIP,
    container: '',
    field: 'hostNetwork',
    reason: 'it assigns an address to the machine',
  },
  {
    workload: KUBE_VIP,
    container: '',
    field: 'runAsNonRoot',
    reason: 'only root can read the credentials of the control plane',
  },
  {
    workload: KUBE_VIP,
    container: 'kube-vip',
    field: 'capabilities',
    reason: 'NET_ADMIN to assign the address, NET_RAW to announce it; no others',
  },
];
