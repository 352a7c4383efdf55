import { type ManifestText, readManifestFile } from '../../base/manifest-file';

/** Where the objects of a manifest addon come from. */
export class ManifestSource {
  /** File of YAML documents, read at synth. */
  static file(path: string): ManifestSource {
    let text: ManifestText | undefined;
    return new ManifestSource(() => {
      text ??= readManifestFile(path);
      return text;
    });
  }

  /** Text of YAML documents. */
  static text(yaml: string): ManifestSource {
    return new ManifestSource(() => ({ text: yaml }));
  }

  private constructor(
    /** Reads the YAML text. */
    readonly read: () => ManifestText,
  ) {}
}
