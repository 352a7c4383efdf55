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
    reason: 'it initialises the nodes on which a pod network can then start',
  },
  {
    workload: NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it asks the metadata service of the cloud which server it runs on',
  },
  {
    workload: NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: "its sockets are in folders of the kubelet, which are root's",
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
    reason: 'Kubernetes refuses a privileged container that says false',
  },
  {
    workload: NODE,
    container: 'cinder-csi-plugin',
    field: 'capabilities',
    reason: 'a privileged container has them all',
  },
  {
    workload: VSPHERE_CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initialises the nodes on which a pod network can then start',
  },
  {
    workload: VSPHERE_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it asks the API server for the place of its node, be there a pod network or not',
  },
  {
    workload: VSPHERE_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: "its sockets are in folders of the kubelet, which are root's",
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
    reason: 'Kubernetes refuses a privileged container that says false',
  },
  {
    workload: VSPHERE_NODE,
    container: 'vsphere-csi-driver',
    field: 'capabilities',
    reason: 'a privileged container has them all',
  },
  {
    workload: AWS_CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initialises the nodes on which a pod network can then start',
  },
  {
    workload: EBS_CONTROLLER,
    container: '',
    field: 'hostNetwork',
    reason: 'it has the rights of the instance profile, which EC2 gives to the machine alone',
  },
  {
    workload: EBS_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it asks the metadata service of EC2 which instance it runs on',
  },
  {
    workload: EBS_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: "its sockets are in folders of the kubelet, which are root's",
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
    reason: 'Kubernetes refuses a privileged container that says false',
  },
  {
    workload: EBS_NODE,
    container: 'ebs-plugin',
    field: 'capabilities',
    reason: 'a privileged container has them all',
  },
  {
    workload: HCLOUD_CCM,
    container: '',
    field: 'hostNetwork',
    reason: 'it initialises the nodes on which a pod network can then start',
  },
  {
    workload: HCLOUD_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it asks the metadata service of Hetzner which server it runs on',
  },
  {
    workload: HCLOUD_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: "its sockets are in folders of the kubelet, which are root's",
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
    reason: 'Kubernetes refuses a privileged container that says false',
  },
  {
    workload: HCLOUD_NODE,
    container: 'hcloud-csi-driver',
    field: 'capabilities',
    reason: 'a privileged container has them all',
  },
  {
    workload: 'DaemonSet azure-cloud-controller-manager',
    container: '',
    field: 'hostNetwork',
    reason: 'it gives nodes the ranges with which a pod network can then start',
  },
  {
    workload: 'DaemonSet cloud-node-manager',
    container: '',
    field: 'hostNetwork',
    reason: 'it initialises the node on which a pod network can then start',
  },
  {
    workload: 'Deployment azuredisk-csi-controller',
    container: '',
    field: 'hostNetwork',
    reason: 'it has the rights of the identity that Azure gives to the machine alone',
  },
  {
    workload: AZURE_DISK_NODE,
    container: '',
    field: 'hostNetwork',
    reason: 'it asks the metadata service of Azure which machine it runs on',
  },
  {
    workload: AZURE_DISK_NODE,
    container: '',
    field: 'runAsNonRoot',
    reason: "its sockets are in folders of the kubelet, which are root's",
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
    reason: 'Kubernetes refuses a privileged container that says false',
  },
  {
    workload: AZURE_DISK_NODE,
    container: 'azuredisk',
    field: 'capabilities',
    reason: 'a privileged container has them all',
  },
  {
    workload: NVIDIA,
    container: '',
    field: 'runAsNonRoot',
    reason: "its socket is in a folder of the kubelet, which is root's",
  },
  {
    workload: NVIDIA,
    container: 'nvidia-device-plugin',
    field: 'readOnlyRootFilesystem',
    reason: 'the runtime of NVIDIA puts its libraries, and a list of them, into the root folder',
  },
  {
    workload: ETCD,
    container: '',
    field: 'hostNetwork',
    reason: 'the member of etcd listens on the loopback address of the machine',
  },
  {
    workload: ETCD,
    container: '',
    field: 'runAsNonRoot',
    reason: "only root reads the key of etcd's client, and the snapshot that is saved with it",
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
    reason: 'it gives the machine an address',
  },
  {
    workload: KUBE_VIP,
    container: '',
    field: 'runAsNonRoot',
    reason: 'only root reads the credentials of the control plane',
  },
  {
    workload: KUBE_VIP,
    container: 'kube-vip',
    field: 'capabilities',
    reason: 'NET_ADMIN for the address, NET_RAW for telling the network of it; no others',
  },
];
