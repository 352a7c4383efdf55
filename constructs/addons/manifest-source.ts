import { readFileSync } from 'node:fs';

/** Where the objects of a manifest addon come from. */
export class ManifestSource {
  /** File of YAML documents, read at synth. */
  static file(path: string): ManifestSource {
    let text: string | undefined;
    return new ManifestSource(() => {
      text ??= readFileSync(path, 'utf8');
      return text;
    });
  }

  /** Text of YAML documents. */
  static text(yaml: string): ManifestSource {
    return new ManifestSource(() => yaml);
  }

  private constructor(
    /** Reads the YAML text. */
    readonly read: () => string,
  ) {}
}
