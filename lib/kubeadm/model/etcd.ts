import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Disk that holds etcd's data and nothing else. */
export interface EtcdVolume {
  /** Disk on control-plane machines, such as `/dev/vdb`. */
  readonly device: string;
  /**
   * Kind of the file system that is made where there is none.
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
   * @default - cloud-init's own
   */
  readonly mountOptions?: readonly string[];
}

/** Tuning of etcd for the disks and the networks below it. */
export interface EtcdTuning {
  /**
   * Milliseconds between signs of life of the leader.
   *
   * @default - etcd's own, 100
   */
  readonly heartbeatIntervalMs?: number;
  /**
   * Milliseconds without a sign after which a leader is elected; five times the interval or more.
   *
   * @default - etcd's own, 1000
   */
  readonly electionTimeoutMs?: number;
  /**
   * Gibibytes at which etcd takes no more data.
   *
   * @default - etcd's own, 2
   */
  readonly quotaGiB?: number;
  /**
   * Changes after which etcd writes all that it knows to its disk.
   *
   * @default - etcd's own
   */
  readonly snapshotCount?: number;
  /**
   * Mebibytes of the largest request.
   *
   * @default - etcd's own, one and a half
   */
  readonly maxRequestMiB?: number;
  /**
   * Whether metrics are open to the network of the machines, on port 2381.
   *
   * @default - to the machine itself alone
   */
  readonly exposeMetrics?: boolean;
}

/** Options of {@link Etcd.local}. */
export interface LocalEtcdOptions {
  /**
   * Folder of etcd's data.
   *
   * @default '/var/lib/etcd'
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.dataDir (bootstrap.cluster.x-k8s.io)
   */
  readonly dataDir?: string;
  /**
   * Disk that holds the folder.
   *
   * @default - the disk that the machine boots from
   */
  readonly volume?: EtcdVolume;
  /**
   * Tuning for the disks and the networks below etcd.
   *
   * @default - etcd's own
   */
  readonly tuning?: EtcdTuning;
  /**
   * Arguments of etcd, without their dashes.
   *
   * @default - kubeadm's own, and those of the tuning
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.extraArgs (bootstrap.cluster.x-k8s.io)
   */
  readonly extraArgs?: Readonly<Record<string, string>>;
  /**
   * Environment of etcd by the names of its variables; from Kubernetes 1.31 on.
   *
   * @default - no variables
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.extraEnvs (bootstrap.cluster.x-k8s.io)
   */
  readonly extraEnvs?: Readonly<Record<string, string>>;
  /**
   * Registry and path before the image's name `etcd`.
   *
   * @default - the registry of Kubernetes
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.imageRepository (bootstrap.cluster.x-k8s.io)
   */
  readonly imageRepository?: string;
  /**
   * Tag of the image.
   *
   * @default - the tag that goes with the Kubernetes version
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.imageTag (bootstrap.cluster.x-k8s.io)
   */
  readonly imageTag?: string;
  /**
   * Names and addresses in the certificate that clients see, besides the machine's.
   *
   * @default - the machine's alone
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.serverCertSANs (bootstrap.cluster.x-k8s.io)
   */
  readonly serverCertSANs?: readonly string[];
  /**
   * Names and addresses in the certificate that other members see, besides the machine's.
   *
   * @default - the machine's alone
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.local.peerCertSANs (bootstrap.cluster.x-k8s.io)
   */
  readonly peerCertSANs?: readonly string[];
}

/** Options of {@link Etcd.external}. */
export interface ExternalEtcdOptions {
  /**
   * Addresses of the members, with `https` and port.
   *
   * @see KubeadmConfigSpec.clusterConfiguration.etcd.external.endpoints (bootstrap.cluster.x-k8s.io)
   */
  readonly endpoints: readonly string[];
  /**
   * Where the Secret `<cluster>-etcd` comes from, with the authority of etcd in `tls.crt`.
   *
   * @default - it exists before the cluster
   */
  readonly authoritySource?: SecretSourceModel;
  /**
   * Where the Secret `<cluster>-apiserver-etcd-client` comes from, with `tls.crt` and `tls.key` of the API server.
   *
   * @default - it exists before the cluster
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

/** Where the cluster keeps its objects, as plain data. */
export type EtcdModel =
  | ({ readonly kind: 'local' } & LocalEtcdOptions)
  | ({ readonly kind: 'external' } & ExternalEtcdOptions);

/** Where the cluster keeps its objects. A cluster cannot change from one to the other. */
export class Etcd {
  /** A member on each control-plane machine. */
  static local(options: LocalEtcdOptions = {}): Etcd {
    return new Etcd({ kind: 'local', ...options });
  }

  /**
   * Members somewhere else.
   *
   * Cluster API takes their authority from `tls.crt` of the Secret `<cluster>-etcd`, and the API server's certificate and
   * key from `tls.crt` and `tls.key` of `<cluster>-apiserver-etcd-client`, both in the cluster's namespace.
   */
  static external(options: ExternalEtcdOptions): Etcd {
    return new Etcd({ kind: 'external', ...options });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: EtcdModel,
  ) {}
}
