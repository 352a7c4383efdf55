/** Minimum TLS version of a component. */
export type TlsVersion = 'VersionTLS12' | 'VersionTLS13';

/** TLS settings of every component, kubelet and local etcd of a cluster. */
export interface TlsSettings {
  /**
   * Minimum TLS version.
   *
   * @default - the default of each component
   */
  readonly minVersion?: TlsVersion;
  /**
   * Cipher suites of TLS 1.2; those of TLS 1.3 cannot be configured.
   *
   * @default - the defaults of each component
   */
  readonly cipherSuites?: readonly string[];
}
