const READ = ['get', 'list', 'watch'];
const CNS = 'cns.vmware.com';

/** Cluster-wide permissions of the controller in addition to those of all drivers. It creates its own CRDs. */
export const CSI_CONTROLLER_RIGHTS = [
  {
    apiGroups: [CNS],
    resources: [
      'cnsvolumeinfoes',
      'cnsvolumeoperationrequests',
      'cnsvspherevolumemigrations',
      'csinodetopologies',
      'triggercsifullsyncs',
    ],
    verbs: [...READ, 'create', 'update', 'delete'],
  },
  {
    apiGroups: ['apiextensions.k8s.io'],
    resources: ['customresourcedefinitions'],
    verbs: ['get', 'create', 'update'],
  },
];

/** Permissions of the controller in its own namespace, for the settings that it reads and extends. */
export const CSI_CONTROLLER_OWN_RIGHTS = [
  { apiGroups: [''], resources: ['configmaps'], verbs: [...READ, 'create', 'update'] },
];

/** Cluster-wide permissions of the node pods in addition to those of all drivers. */
export const CSI_NODE_RIGHTS = [
  {
    apiGroups: [CNS],
    resources: ['csinodetopologies'],
    verbs: ['get', 'watch', 'create', 'patch'],
  },
  { apiGroups: [''], resources: ['nodes'], verbs: ['get'] },
];

/** Permissions of the node pods in their own namespace. */
export const CSI_NODE_OWN_RIGHTS = [{ apiGroups: [''], resources: ['configmaps'], verbs: READ }];
