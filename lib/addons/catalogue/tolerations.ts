/** Toleration of a pod for a taint with any value. */
export interface AddonToleration {
  readonly key: string;
  readonly operator: 'Exists';
  readonly effect?: 'NoSchedule' | 'NoExecute';
}

/** Tolerations of pods on control plane nodes that no cloud controller manager has initialized yet. */
export const CONTROL_PLANE_TOLERATIONS: readonly AddonToleration[] = [
  {
    key: 'node.cloudprovider.kubernetes.io/uninitialized',
    operator: 'Exists',
    effect: 'NoSchedule',
  },
  { key: 'node.cluster.x-k8s.io/uninitialized', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
];

/** Tolerations of pods that run before there is a pod network. */
export const BOOTSTRAP_TOLERATIONS: readonly AddonToleration[] = [
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoSchedule' },
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' },
  { key: 'node.kubernetes.io/network-unavailable', operator: 'Exists', effect: 'NoSchedule' },
  ...CONTROL_PLANE_TOLERATIONS,
];
