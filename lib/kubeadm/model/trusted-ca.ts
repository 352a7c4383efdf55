import type { SecretKey } from '../../secrets/model/secret-key';

/** CA that machines trust, as plain data. */
export type TrustedCAModel =
  | { readonly kind: 'named'; readonly name: string; readonly content: string | SecretKey }
  | { readonly kind: 'cloud' };

/** CA that machines trust. */
export class TrustedCA {
  /**
   * Trusts certificates in PEM.
   *
   * @param name Name of the file on the machines, without an extension.
   */
  static pem(name: string, certificates: string): TrustedCA {
    return new TrustedCA({ kind: 'named', name, content: certificates });
  }

  /**
   * Trusts the certificates in a key of a Secret in the cluster's namespace.
   *
   * @param name Name of the file on the machines, without an extension.
   */
  static fromSecret(name: string, secret: SecretKey): TrustedCA {
    return new TrustedCA({ kind: 'named', name, content: secret });
  }

  /** Trusts the CA that signed the endpoints of the cluster's cloud. */
  static ofCloud(): TrustedCA {
    return new TrustedCA({ kind: 'cloud' });
  }

  private constructor(
    /** Choice as plain data. */
    readonly model: TrustedCAModel,
  ) {}
}
