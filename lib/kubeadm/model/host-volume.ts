/** What must be at a path of the machine, or is made there. */
export type HostPathType =
  | 'Directory'
  | 'DirectoryOrCreate'
  | 'File'
  | 'FileOrCreate'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';

/** Path of a control-plane machine that a component of the control plane sees. */
export interface HostVolume {
  /** Name of the volume in the component's pod. */
  readonly name: string;
  /** Absolute path on the machine. */
  readonly hostPath: string;
  /** Absolute path in the component's container. */
  readonly mountPath: string;
  /**
   * Whether the component may only read it.
   *
   * @default false
   * @see KubeadmConfigSpec.clusterConfiguration.apiServer.extraVolumes.readOnly (bootstrap.cluster.x-k8s.io)
   */
  readonly readOnly?: boolean;
  /**
   * What must be at the path, or is made there.
   *
   * @default - whatever is there
   * @see KubeadmConfigSpec.clusterConfiguration.apiServer.extraVolumes.pathType (bootstrap.cluster.x-k8s.io)
   */
  readonly pathType?: HostPathType;
}
