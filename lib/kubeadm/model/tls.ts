/** Oldest version of TLS that a component speaks. */
export type TlsVersion = 'VersionTLS12' | 'VersionTLS13';

/** How every component, kubelet and local etcd of a cluster speaks TLS. */
export interface TlsSettings {
  /**
   * Oldest version of TLS.
   *
   * @default - each program's own
   */
  readonly minVersion?: TlsVersion;
  /**
   * Ciphers of TLS 1.2; those of TLS 1.3 cannot be chosen.
   *
   * @default - each program's own
   */
  readonly cipherSuites?: readonly string[];
}
