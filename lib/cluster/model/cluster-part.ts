/**
 * Part of a cluster that its nodes or pods depend on.
 *
 * - `cni`: the network plugin; no node becomes ready without it.
 * - `cloud-controller-manager`: initializes nodes and creates load balancers.
 * - `kube-proxy`, `coredns`: replacements for these if kubeadm does not install them.
 * - `csi-driver`: provisions the volumes of storage classes.
 * - `snapshot-controller`: takes snapshots of volumes, with its CRDs.
 * - `kubelet-csr-approver`: approves the serving certificates that kubelets request.
 * - `cluster-autoscaler`: scales the pools that have bounds.
 * - `device-plugin`: advertises the GPUs of nodes.
 */
export type ClusterPart =
  | 'cni'
  | 'cloud-controller-manager'
  | 'kube-proxy'
  | 'coredns'
  | 'csi-driver'
  | 'snapshot-controller'
  | 'kubelet-csr-approver'
  | 'cluster-autoscaler'
  | 'device-plugin';
