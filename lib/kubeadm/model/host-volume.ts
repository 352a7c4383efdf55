/** What must exist at a host path, or is created there. */
export type HostPathType =
  | 'Directory'
  | 'DirectoryOrCreate'
  | 'File'
  | 'FileOrCreate'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';

/** Host path of a control-plane machine, mounted into a component of the control plane. */
export interface HostVolume {
  /** Name of the volume in the component's pod. */
  readonly name: string;
  /** Absolute path on the machine. */
  readonly hostPath: string;
  /** Absolute path in the component's container. */
  readonly mountPath: string;
  /**
   * Whether the mount is read-only.
   *
   * @default false
   * @see KubeadmConfigSpec.clusterConfiguration.apiServer.extraVolumes.readOnly (bootstrap.cluster.x-k8s.io)
   */
  readonly readOnly?: boolean;
  /**
   * What must exist at the path, or is created there.
   *
   * @default - the path is not checked
   * @see KubeadmConfigSpec.clusterConfiguration.apiServer.extraVolumes.pathType (bootstrap.cluster.x-k8s.io)
   */
  readonly pathType?: HostPathType;
}
