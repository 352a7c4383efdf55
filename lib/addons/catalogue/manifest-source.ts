import { type ManifestText, readManifestFile } from '../../base/manifest-file';

/** Source of the objects of a manifest addon. */
export class ManifestSource {
  /** File of YAML documents, read during synth. */
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
