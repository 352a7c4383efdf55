/** How the certificate of a vCenter is verified, as plain data. */
export type VCenterCertificateModel =
  | { readonly kind: 'thumbprint'; readonly thumbprint: string }
  | { readonly kind: 'unchecked'; readonly reason: string };

/** How the certificate of a vCenter is verified. */
export class VCenterCertificate {
  /** Verifies the certificate by its SHA-1 fingerprint: twenty pairs of hexadecimal digits, such as `AB:CD:…`. */
  static thumbprint(thumbprint: string): VCenterCertificate {
    return new VCenterCertificate({ kind: 'thumbprint', thumbprint });
  }

  /**
   * Skips verification: any server that answers at the address receives the account.
   *
   * @param options `reason` explains why this is acceptable; it is not written to the manifests.
   */
  static unchecked(options: { readonly reason: string }): VCenterCertificate {
    return new VCenterCertificate({ kind: 'unchecked', ...options });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: VCenterCertificateModel,
  ) {}
}
