/**
 * Kinds that this library writes, by the module of their shapes.
 *
 * A module is named after the first part of the group. Infrastructure providers share one group, so each has its own
 * module.
 */
export const WRITTEN = {
  addons: ['ClusterResourceSet'],
  bitnami: ['SealedSecret'],
  bootstrap: ['KubeadmConfigTemplate'],
  cluster: ['Cluster', 'MachineDeployment', 'MachineHealthCheck'],
  controlplane: ['KubeadmControlPlane'],
  'external-secrets': ['ExternalSecret'],
  aws: [
    'AWSCluster',
    'AWSClusterControllerIdentity',
    'AWSClusterRoleIdentity',
    'AWSClusterStaticIdentity',
    'AWSMachineTemplate',
  ],
  azure: ['AzureCluster', 'AzureClusterIdentity', 'AzureMachineTemplate'],
  docker: ['DevCluster', 'DevMachineTemplate'],
  hetzner: ['HCloudMachineTemplate', 'HetznerCluster'],
  openstack: [
    'OpenStackCluster',
    'OpenStackClusterIdentity',
    'OpenStackFloatingIPPool',
    'OpenStackMachineTemplate',
  ],
  vsphere: [
    'VSphereCluster',
    'VSphereClusterIdentity',
    'VSphereDeploymentZone',
    'VSphereFailureDomain',
    'VSphereMachineTemplate',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Releases whose schemas are bundled, by folder name; with the kinds if only some of a release are written.
 *
 * A folder of CRDs can hold many more.
 */
export const BUNDLED: Readonly<Record<string, readonly string[] | 'all'>> = Object.freeze({
  'argo-cd-v3.5.1': 'all',
  'cluster-api-addon-helm-v0.6.4': 'all',
  'cluster-api-aws-v2.11.1': WRITTEN.aws,
  'cluster-api-azure-v1.26.0': WRITTEN.azure,
  'cluster-api-docker-v1.13.5': WRITTEN.docker,
  'cluster-api-docker-v1.14.0': WRITTEN.docker,
  'cluster-api-hetzner-v1.1.8': WRITTEN.hetzner,
  'cluster-api-openstack-v0.12.4': 'all',
  'cluster-api-openstack-v0.14.7': 'all',
  'cluster-api-openstack-v0.15.0-dev': 'all',
  'cluster-api-operator-v0.28.0': 'all',
  'cluster-api-v1.10.5': 'all',
  'cluster-api-v1.13.5': 'all',
  'cluster-api-v1.14.0': 'all',
  'cluster-api-vsphere-v1.16.1': WRITTEN.vsphere,
  'external-secrets-v2.9.0': WRITTEN['external-secrets'],
  'kubeadm-bootstrap-v1.10.5': 'all',
  'kubeadm-bootstrap-v1.13.5': 'all',
  'kubeadm-bootstrap-v1.14.0': 'all',
  'kubeadm-control-plane-v1.10.5': 'all',
  'kubeadm-control-plane-v1.13.5': 'all',
  'kubeadm-control-plane-v1.14.0': 'all',
  'openstack-resource-controller-v1.0.2': 'all',
  'openstack-resource-controller-v2.4.0': 'all',
  'sealed-secrets-v0.36.6': 'all',
});
