import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Dedicated disk for etcd's data. */
export interface EtcdVolume {
  /** Disk on control-plane machines, such as `/dev/vdb`. */
  readonly device: string;
  /**
   * Type of the file system, which is created if there is none.
   *
   * @default 'ext4'
   */
  readonly filesystem?: 'ext4' | 'xfs';
  /**
   * Label of the file system.
   *
   * @default 'etcd_disk'
   */
  readonly label?: string;
  /**
   * Options of the mount, such as `noatime`.
   *
   * @default - cloud-init's defaults
   */
  readonly mountOptions?: readonly string[];
}

/** Tuning of etcd for its disks and networks. */
export interface EtcdTuning {
  /**
   * Milliseconds between heartbeats of the leader.
   *
   * @default - etcd's default, 100
   */
  readonly heartbeatIntervalMs?: number;
  /**
   * Milliseconds without a heartbeat after which a leader is elected; at least five times the interval.
   *
   * @default - etcd's default, 1000
   */
  readonly electionTimeoutMs?: number;
  /**
   * Database size in gibibytes at which etcd accepts no more data.
   *
   * @default - etcd's default, 2
   */
  readonly quotaGiB?: number;
  /**
   * Number of changes after which etcd writes a snapshot to its disk.
   *
   * @default - etcd's default
   */
  readonly snapshotCount?: number;
  /**
   * Maximum size of a request in mebibytes.
   *
   * @default - etcd's default, 1.5
   */
  readonly maxRequestMiB?: number;
  /**
   * Whether metrics are exposed on the machines' network, on port 2381.
   *
   * @default - metrics are exposed only on the machine itself
   */
  readonly exposeMetrics?: boolean;
}

/** Options of {@link Etcd.local}. */
export interface LocalEtcdOptions {
  /**
   * Data directory of etcd.
   *
   * @default '/var/lib/etcd'
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.dataDir (bootstrap.cluster.x-k8s.io)
   */
  readonly dataDir?: string;
  /**
   * Dedicated disk for the data directory.
   *
   * @default - the disk that the machine boots from
   */
  readonly volume?: EtcdVolume;
  /**
   * Tuning for etcd's disks and networks.
   *
   * @default - etcd's defaults
   */
  readonly tuning?: EtcdTuning;
  /**
   * Arguments of etcd, without leading dashes.
   *
   * @default - the arguments of kubeadm and of `tuning`
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.extraArgs (bootstrap.cluster.x-k8s.io)
   */
  readonly extraArgs?: Readonly<Record<string, string>>;
  /**
   * Environment variables of etcd by name; requires Kubernetes 1.31 or newer.
   *
   * @default - no variables
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.extraEnvs (bootstrap.cluster.x-k8s.io)
   */
  readonly extraEnvs?: Readonly<Record<string, string>>;
  /**
   * Registry and path before the image name `etcd`.
   *
   * @default - the Kubernetes registry
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.imageRepository (bootstrap.cluster.x-k8s.io)
   */
  readonly imageRepository?: string;
  /**
   * Tag of the image.
   *
   * @default - the tag for the Kubernetes version
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.imageTag (bootstrap.cluster.x-k8s.io)
   */
  readonly imageTag?: string;
  /**
   * Names and addresses in the server certificate, in addition to those of the machine.
   *
   * @default - only those of the machine
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.serverCertSANs (bootstrap.cluster.x-k8s.io)
   */
  readonly serverCertSANs?: readonly string[];
  /**
   * Names and addresses in the peer certificate, in addition to those of the machine.
   *
   * @default - only those of the machine
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.peerCertSANs (bootstrap.cluster.x-k8s.io)
   */
  readonly peerCertSANs?: readonly string[];
}

/** Options of {@link Etcd.external}. */
export interface ExternalEtcdOptions {
  /**
   * URLs of the members, with `https` and port.
   *
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.external.endpoints (bootstrap.cluster.x-k8s.io)
   */
  readonly endpoints: readonly string[];
  /**
   * Source of the Secret `<cluster>-etcd`, which has the CA of etcd in `tls.crt`.
   *
   * @default - the Secret must exist before the cluster
   */
  readonly authoritySource?: SecretSourceModel;
  /**
   * Source of the Secret `<cluster>-apiserver-etcd-client`, which has `tls.crt` and `tls.key` of the API server.
   *
   * @default - the Secret must exist before the cluster
   */
  readonly clientSource?: SecretSourceModel;
}

/** Defaults of {@link LocalEtcdOptions}. */
export const LOCAL_ETCD_DEFAULTS = Object.freeze({ dataDir: '/var/lib/etcd' });

/** Defaults of {@link EtcdVolume}. */
export const ETCD_VOLUME_DEFAULTS = Object.freeze({
  filesystem: 'ext4',
  label: 'etcd_disk',
} as const);

/** etcd of a cluster, as plain data. */
export type EtcdModel =
  | ({ readonly kind: 'local' } & LocalEtcdOptions)
  | ({ readonly kind: 'external' } & ExternalEtcdOptions);

/** etcd of a cluster. A cluster cannot switch between local and external etcd. */
export class Etcd {
  /** Runs a member on each control-plane machine. */
  static local(options: LocalEtcdOptions = {}): Etcd {
    return new Etcd({ kind: 'local', ...options });
  }

  /**
   * Uses an external etcd.
   *
   * Cluster API reads its CA from `tls.crt` of the Secret `<cluster>-etcd`, and the API server's certificate and key from
   * `tls.crt` and `tls.key` of `<cluster>-apiserver-etcd-client`, both in the cluster's namespace.
   */
  static external(options: ExternalEtcdOptions): Etcd {
    return new Etcd({ kind: 'external', ...options });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: EtcdModel,
  ) {}
}
