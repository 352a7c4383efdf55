import type { SecretKey } from '../../secrets/model/secret-key';

/** Mirrors from which machines pull the images of a registry. */
export interface RegistryMirror {
  /** Registry as in image names, such as `docker.io`, or `_default` for all others. */
  readonly registry: string;
  /** Servers, which are tried in this order. */
  readonly endpoints: readonly MirrorEndpoint[];
  /**
   * Whether the registry itself is tried last.
   *
   * @default true
   */
  readonly fallback?: boolean;
}

/** Mirror server of a registry. */
export interface MirrorEndpoint {
  /** URL of the server, without a trailing slash. */
  readonly url: string;
  /**
   * Whether the path of the URL is the complete path of the registry's API, such as Harbor's `/v2/project`.
   *
   * @default - `/v2` is appended to the path
   */
  readonly overridePath?: boolean;
  /**
   * CA certificates of the server, in PEM, or the key of a Secret that holds them.
   *
   * @default - the CAs that the machine trusts
   */
  readonly ca?: string | SecretKey;
  /**
   * Key of a Secret that holds `user:password` for the server.
   *
   * @default - images are pulled without credentials
   */
  readonly credentials?: SecretKey;
}
