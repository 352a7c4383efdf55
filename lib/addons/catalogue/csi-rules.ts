const READ = ['get', 'list', 'watch'];
const STORAGE = 'storage.k8s.io';
const SNAPSHOTS = 'snapshot.storage.k8s.io';

/** RBAC rules of the controller and its sidecars in the whole cluster. */
export const CONTROLLER_RULES = [
  {
    apiGroups: [''],
    resources: ['persistentvolumes'],
    verbs: [...READ, 'create', 'update', 'patch', 'delete'],
  },
  {
    apiGroups: [''],
    resources: ['persistentvolumeclaims'],
    verbs: [...READ, 'update', 'patch'],
  },
  {
    apiGroups: [''],
    resources: ['persistentvolumeclaims/status'],
    verbs: ['update', 'patch'],
  },
  { apiGroups: [''], resources: ['nodes', 'pods'], verbs: READ },
  {
    apiGroups: [''],
    resources: ['events'],
    verbs: [...READ, 'create', 'update', 'patch'],
  },
  {
    apiGroups: [STORAGE],
    resources: ['storageclasses', 'csinodes', 'volumeattributesclasses'],
    verbs: READ,
  },
  {
    apiGroups: [STORAGE],
    resources: ['volumeattachments'],
    verbs: [...READ, 'update', 'patch'],
  },
  { apiGroups: [STORAGE], resources: ['volumeattachments/status'], verbs: ['patch'] },
];

/** RBAC rules of the snapshotter, and of the provisioner, which restores snapshots. */
export const SNAPSHOT_RULES = [
  {
    apiGroups: [SNAPSHOTS],
    resources: ['volumesnapshots', 'volumesnapshotclasses'],
    verbs: READ,
  },
  {
    apiGroups: [SNAPSHOTS],
    resources: ['volumesnapshotcontents'],
    verbs: [...READ, 'update', 'patch'],
  },
  {
    apiGroups: [SNAPSHOTS],
    resources: ['volumesnapshotcontents/status'],
    verbs: ['update', 'patch'],
  },
];

/** RBAC rules of the controller's sidecars in their own namespace. */
export const LEASE_RULES = [
  {
    apiGroups: ['coordination.k8s.io'],
    resources: ['leases'],
    verbs: [...READ, 'create', 'update', 'patch', 'delete'],
  },
];

/** RBAC rules of the pods on every node. */
export const NODE_RULES = [
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'update', 'patch'] },
];
