/** Where Azure keeps what a machine prints as it boots, as plain data. */
export type AzureBootDiagnosticsModel =
  | { readonly kind: 'managed' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'account'; readonly uri: string };

/** Where Azure keeps what a machine prints as it boots. */
export class AzureBootDiagnostics {
  /** In an account of Azure's own. */
  static managed(): AzureBootDiagnostics {
    return new AzureBootDiagnostics({ kind: 'managed' });
  }

  /** In a storage account of yours, by its address, such as `https://example.blob.core.windows.net/`. */
  static account(uri: string): AzureBootDiagnostics {
    return new AzureBootDiagnostics({ kind: 'account', uri });
  }

  /** Nowhere. */
  static disabled(): AzureBootDiagnostics {
    return new AzureBootDiagnostics({ kind: 'disabled' });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzureBootDiagnosticsModel,
  ) {}
}
