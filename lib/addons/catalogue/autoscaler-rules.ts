const READ = ['get', 'list', 'watch'];

/**
 * Returns the RBAC rules in the cluster's namespace of the management cluster.
 *
 * @param machineTemplates Resource name of the machine templates.
 */
export const scalingRules = (machineTemplates: string) => [
  {
    apiGroups: ['cluster.x-k8s.io'],
    resources: ['machinedeployments', 'machinesets', 'machinepools'],
    verbs: READ,
  },
  {
    apiGroups: ['cluster.x-k8s.io'],
    resources: ['machinedeployments/scale', 'machinesets/scale', 'machinepools/scale'],
    verbs: ['get', 'update', 'patch'],
  },
  {
    apiGroups: ['cluster.x-k8s.io'],
    resources: ['machines'],
    verbs: [...READ, 'update', 'patch'],
  },
  {
    apiGroups: ['infrastructure.cluster.x-k8s.io'],
    resources: [machineTemplates],
    verbs: READ,
  },
];

/** RBAC rules in the whole workload cluster. */
export const WORKLOAD_RULES = [
  { apiGroups: [''], resources: ['nodes'], verbs: [...READ, 'update', 'patch', 'delete'] },
  { apiGroups: [''], resources: ['pods'], verbs: READ },
  { apiGroups: [''], resources: ['pods/eviction'], verbs: ['create'] },
  { apiGroups: [''], resources: ['pods/status'], verbs: ['update'] },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
  {
    apiGroups: [''],
    resources: [
      'namespaces',
      'services',
      'replicationcontrollers',
      'persistentvolumes',
      'persistentvolumeclaims',
    ],
    verbs: READ,
  },
  { apiGroups: ['apps'], resources: ['daemonsets', 'replicasets', 'statefulsets'], verbs: READ },
  { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: READ },
  { apiGroups: ['policy'], resources: ['poddisruptionbudgets'], verbs: READ },
  {
    apiGroups: ['storage.k8s.io'],
    resources: [
      'storageclasses',
      'csinodes',
      'csidrivers',
      'csistoragecapacities',
      'volumeattachments',
    ],
    verbs: READ,
  },
  {
    apiGroups: ['resource.k8s.io'],
    resources: ['deviceclasses', 'resourceclaims', 'resourceslices'],
    verbs: READ,
  },
];

/** RBAC rules in the autoscaler's namespace of the workload cluster. */
export const STATUS_RULES = [
  {
    apiGroups: [''],
    resources: ['configmaps'],
    verbs: [...READ, 'create', 'update', 'patch', 'delete'],
  },
  {
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    verbs: ['get', 'create', 'update', 'patch'],
  },
];
