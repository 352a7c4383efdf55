/** How a vCenter is told from others that say they were it, as plain data. */
export type VCenterCertificateModel =
  | { readonly kind: 'thumbprint'; readonly thumbprint: string }
  | { readonly kind: 'unchecked'; readonly reason: string };

/** How a vCenter is told from others that say they were it. */
export class VCenterCertificate {
  /** Certificate by the SHA-1 fingerprint that the vCenter shows, such as `AB:CD:…` with twenty pairs of digits. */
  static thumbprint(thumbprint: string): VCenterCertificate {
    return new VCenterCertificate({ kind: 'thumbprint', thumbprint });
  }

  /**
   * No check: whoever answers for the address gets the account.
   *
   * @param options `reason` says why that is taken; it stays in the program.
   */
  static unchecked(options: { readonly reason: string }): VCenterCertificate {
    return new VCenterCertificate({ kind: 'unchecked', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: VCenterCertificateModel,
  ) {}
}
