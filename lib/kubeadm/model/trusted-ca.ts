import type { SecretKey } from '../../secrets/model/secret-key';

/** Certificates of an authority that machines trust, as plain data. */
export type TrustedCAModel =
  | { readonly kind: 'named'; readonly name: string; readonly content: string | SecretKey }
  | { readonly kind: 'cloud' };

/** Certificates of an authority that machines trust. */
export class TrustedCA {
  /**
   * Certificates in PEM.
   *
   * @param name Name of the file on the machines, without an ending.
   */
  static pem(name: string, certificates: string): TrustedCA {
    return new TrustedCA({ kind: 'named', name, content: certificates });
  }

  /**
   * Certificates in a key of a Secret in the namespace of the cluster.
   *
   * @param name Name of the file on the machines, without an ending.
   */
  static fromSecret(name: string, secret: SecretKey): TrustedCA {
    return new TrustedCA({ kind: 'named', name, content: secret });
  }

  /** The authority that signed the endpoints of the cluster's cloud. */
  static ofCloud(): TrustedCA {
    return new TrustedCA({ kind: 'cloud' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: TrustedCAModel,
  ) {}
}
