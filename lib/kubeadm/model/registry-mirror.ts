import type { SecretKey } from '../../secrets/model/secret-key';

/** Servers from which machines pull the images of a registry. */
export interface RegistryMirror {
  /** Registry as it stands in the names of images, such as `docker.io`, or `_default` for all others. */
  readonly registry: string;
  /** Servers, which are asked in this order. */
  readonly endpoints: readonly MirrorEndpoint[];
  /**
   * Whether the registry itself is asked last.
   *
   * @default - it is
   */
  readonly fallback?: boolean;
}

/** Server that has the images of a registry. */
export interface MirrorEndpoint {
  /** URL of the server, without a slash at the end. */
  readonly url: string;
  /**
   * Whether the path of the URL is that of the registry's API, as Harbor's `/v2/project` is.
   *
   * @default - `/v2` is added to the path
   */
  readonly overridePath?: boolean;
  /**
   * Certificates of the authority that signed the server's, in PEM, or the key of a Secret that holds them.
   *
   * @default - the authorities that the machine trusts
   */
  readonly ca?: string | SecretKey;
  /**
   * Key of a Secret that holds `user:password` for the server.
   *
   * @default - images are pulled without credentials
   */
  readonly credentials?: SecretKey;
}
