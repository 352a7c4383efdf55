/**
 * Part of a cluster that its nodes or pods wait for.
 *
 * - `cni`: the network plugin, without which no node becomes ready.
 * - `cloud-controller-manager`: initializes nodes, and makes load balancers.
 * - `kube-proxy`, `coredns`: what stands in for these where kubeadm is told to leave them out.
 * - `csi-driver`: makes the volumes of storage classes.
 * - `snapshot-controller`: takes snapshots of volumes, with its CRDs.
 * - `kubelet-csr-approver`: approves the serving certificates that kubelets ask for.
 * - `cluster-autoscaler`: sizes the pools that have bounds.
 * - `device-plugin`: offers the GPUs of nodes to pods.
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
