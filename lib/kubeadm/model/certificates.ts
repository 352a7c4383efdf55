/** Algorithm of the keys of certificates. */
export type KeyAlgorithm = 'RSA-2048' | 'RSA-3072' | 'RSA-4096' | 'ECDSA-P256' | 'ECDSA-P384';

/**
 * Secrets with your own CAs, each with `tls.crt` and `tls.key`.
 *
 * Cluster API finds them only by name, and generates each CA that it does not find.
 */
export interface AuthoritySecrets {
  /**
   * Secret with the CA of the Kubernetes API, `<cluster>-ca`.
   *
   * @default - Cluster API generates one
   */
  readonly cluster?: string;
  /**
   * Secret with the CA of etcd, `<cluster>-etcd`.
   *
   * @default - Cluster API generates one
   */
  readonly etcd?: string;
  /**
   * Secret with the CA of the front proxy, `<cluster>-proxy`.
   *
   * @default - Cluster API generates one
   */
  readonly frontProxy?: string;
  /**
   * Secret with the key pair that signs service account tokens, `<cluster>-sa`.
   *
   * @default - Cluster API generates one
   */
  readonly serviceAccount?: string;
}

/** Certificates and CAs of a cluster. */
export interface CertificateSettings {
  /**
   * Secrets with your own CAs, which must exist before the cluster.
   *
   * @default - Cluster API generates every CA
   */
  readonly authorities?: AuthoritySecrets;
  /**
   * Validity of certificates in days, at most 1,095.
   *
   * @default - kubeadm's default, 365
   * @see KubeadmConfigSpec.clusterConfiguration.certificateValidityPeriodDays (bootstrap.cluster.x-k8s.io)
   */
  readonly validityDays?: number;
  /**
   * Validity in days of the CAs that Cluster API generates.
   *
   * @default - Cluster API's default, ten years
   * @see KubeadmConfigSpec.clusterConfiguration.caCertificateValidityPeriodDays (bootstrap.cluster.x-k8s.io)
   */
  readonly authorityValidityDays?: number;
  /**
   * Algorithm of the keys.
   *
   * @default - kubeadm's default, RSA-2048
   * @see KubeadmConfigSpec.clusterConfiguration.encryptionAlgorithm (bootstrap.cluster.x-k8s.io)
   */
  readonly keyAlgorithm?: KeyAlgorithm;
}

/** Name suffixes by which Cluster API finds the Secrets of CAs. */
export const AUTHORITY_SUFFIXES = Object.freeze({
  cluster: 'ca',
  etcd: 'etcd',
  frontProxy: 'proxy',
  serviceAccount: 'sa',
} as const);

/** CAs in the order in which they are listed. */
export const AUTHORITIES = ['cluster', 'etcd', 'frontProxy', 'serviceAccount'] as const;
