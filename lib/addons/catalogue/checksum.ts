/** Checksum as plain data. */
export type ChecksumModel =
  | { readonly kind: 'sha256'; readonly sha256: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Check that a download is the expected one. */
export class Checksum {
  /** SHA-256 of the download in hexadecimal digits, as `sha256sum` prints it. */
  static sha256(digits: string): Checksum {
    return new Checksum({ kind: 'sha256', sha256: digits });
  }

  /**
   * No checksum: whoever controls the server decides what is downloaded.
   *
   * @param options `reason` says why that is acceptable; it stays in the program.
   */
  static none(options: { readonly reason: string }): Checksum {
    return new Checksum({ kind: 'none', ...options });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: ChecksumModel,
  ) {}
}
