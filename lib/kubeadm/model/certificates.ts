/** How keys of certificates are made. */
export type KeyAlgorithm = 'RSA-2048' | 'RSA-3072' | 'RSA-4096' | 'ECDSA-P256' | 'ECDSA-P384';

/**
 * Secrets with authorities of yours, each with `tls.crt` and `tls.key`.
 *
 * Cluster API finds them by their names alone, and makes authorities of its own for those that it does not find.
 */
export interface AuthoritySecrets {
  /**
   * Secret with the authority of the Kubernetes API, `<cluster>-ca`.
   *
   * @default - Cluster API makes one
   */
  readonly cluster?: string;
  /**
   * Secret with the authority of etcd, `<cluster>-etcd`.
   *
   * @default - Cluster API makes one
   */
  readonly etcd?: string;
  /**
   * Secret with the authority of the front proxy, `<cluster>-proxy`.
   *
   * @default - Cluster API makes one
   */
  readonly frontProxy?: string;
  /**
   * Secret with the key pair that signs tokens of service accounts, `<cluster>-sa`.
   *
   * @default - Cluster API makes one
   */
  readonly serviceAccount?: string;
}

/** Certificates of a cluster, and who vouches for them. */
export interface CertificateSettings {
  /**
   * Secrets with authorities of yours, which are there before the cluster is.
   *
   * @default - Cluster API makes every authority
   */
  readonly authorities?: AuthoritySecrets;
  /**
   * Days for which certificates are valid; 1,095 at most.
   *
   * @default - kubeadm's own, 365
   * @see KubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays (bootstrap.cluster.x-k8s.io)
   */
  readonly validityDays?: number;
  /**
   * Days for which authorities that Cluster API makes are valid.
   *
   * @default - Cluster API's own, ten years
   * @see KubeadmConfigSpec.clusterConfiguration.caCertificateValidityPeriodDays (bootstrap.cluster.x-k8s.io)
   */
  readonly authorityValidityDays?: number;
  /**
   * How keys are made.
   *
   * @default - kubeadm's own, RSA-2048
   * @see KubeadmConfigSpec.clusterConfiguration.encryptionAlgorithm (bootstrap.cluster.x-k8s.io)
   */
  readonly keyAlgorithm?: KeyAlgorithm;
}

/** Ends of names by which Cluster API finds the Secrets of authorities. */
export const AUTHORITY_SUFFIXES = Object.freeze({
  cluster: 'ca',
  etcd: 'etcd',
  frontProxy: 'proxy',
  serviceAccount: 'sa',
} as const);

/** Authorities in the order in which they are named. */
export const AUTHORITIES = ['cluster', 'etcd', 'frontProxy', 'serviceAccount'] as const;
