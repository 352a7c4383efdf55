const READ = ['get', 'list', 'watch'];
const CNS = 'cns.vmware.com';

/** Rights of the controller in the whole cluster besides those of all drivers; it makes its own CRDs. */
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

/** Rights of the controller in its own namespace: the settings that it reads and adds to. */
export const CSI_CONTROLLER_OWN_RIGHTS = [
  { apiGroups: [''], resources: ['configmaps'], verbs: [...READ, 'create', 'update'] },
];

/** Rights of the pods on every node besides those of all drivers. */
export const CSI_NODE_RIGHTS = [
  {
    apiGroups: [CNS],
    resources: ['csinodetopologies'],
    verbs: ['get', 'watch', 'create', 'patch'],
  },
  { apiGroups: [''], resources: ['nodes'], verbs: ['get'] },
];

/** Rights of the pods on every node in their own namespace. */
export const CSI_NODE_OWN_RIGHTS = [{ apiGroups: [''], resources: ['configmaps'], verbs: READ }];
