/** Storage of a machine's boot diagnostics, as plain data. */
export type AzureBootDiagnosticsModel =
  | { readonly kind: 'managed' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'account'; readonly uri: string };

/** Storage of the boot diagnostics of a machine. */
export class AzureBootDiagnostics {
  /** Storage account managed by Azure. */
  static managed(): AzureBootDiagnostics {
    return new AzureBootDiagnostics({ kind: 'managed' });
  }

  /** Your own storage account by its URI, such as `https://example.blob.core.windows.net/`. */
  static account(uri: string): AzureBootDiagnostics {
    return new AzureBootDiagnostics({ kind: 'account', uri });
  }

  /** No boot diagnostics. */
  static disabled(): AzureBootDiagnostics {
    return new AzureBootDiagnostics({ kind: 'disabled' });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AzureBootDiagnosticsModel,
  ) {}
}
