import { readManifestFile, type UnreadableFile } from '../../lib/model/manifest-file';
import { splitDocuments } from '../../lib/render/yaml-documents';

/** Where the manifests of Calico come from. */
export type CalicoManifestModel =
  | ({ readonly kind: 'url'; readonly url?: string } & CalicoManifestUrlOptions)
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableFile };

/** Options of {@link CalicoManifest.url}. */
export interface CalicoManifestUrlOptions {
  /**
   * Hash of the download in hexadecimal digits, which is checked before it is applied.
   *
   * @default - the download is not checked
   */
  readonly sha256?: string;
  /**
   * Certificates, in PEM, of the authority that vouches for the server of the download.
   *
   * @default - the authorities that the image with curl trusts
   */
  readonly certificateAuthority?: string;
}

/** Most bytes of a ConfigMap that carries a part of an inline manifest. */
const MOST_PART_BYTES = 160_000;

/** Manifests of Calico that the Job applies. */
export class CalicoManifest {
  /**
   * Manifests that the Job downloads when it runs.
   *
   * Without an address they are the release's own, from the Calico project, with Typha where it is asked for. The download
   * goes through the proxy of the cluster's machines, if they have one.
   */
  static url(url?: string, options: CalicoManifestUrlOptions = {}): CalicoManifest {
    const model = { kind: 'url', ...(url === undefined ? {} : { url }), ...options } as const;
    return new CalicoManifest(() => model, options);
  }

  /** Manifests as a text of YAML documents, delivered with the Job; nothing is downloaded. */
  static inline(text: string): CalicoManifest {
    return new CalicoManifest(() => ({ kind: 'text', text }));
  }

  /** Manifests of a file, delivered with the Job; nothing is downloaded. */
  static file(path: string): CalicoManifest {
    return new CalicoManifest(() => {
      const read = readManifestFile(path);
      return 'text' in read ? { kind: 'text', ...read } : { kind: 'unreadable', ...read };
    });
  }

  private constructor(
    /** Reads the model data of the choice. */
    readonly model: () => CalicoManifestModel,
    /** How a download is checked. */
    readonly checks: CalicoManifestUrlOptions = {},
  ) {}
}

/** Address of the manifests that belong to a release of Calico. */
export function calicoReleaseUrl(version: string, typha: boolean): string {
  const file = typha ? 'calico-typha.yaml' : 'calico.yaml';
  return `https://raw.githubusercontent.com/projectcalico/calico/v${version}/manifests/${file}`;
}

/** Cuts manifests on document borders into parts that a ConfigMap holds. */
export function manifestParts(text: string): readonly string[] {
  const parts: string[] = [];
  let last = '';
  for (const document of splitDocuments(text)) {
    const whole = last + document;
    if (last !== '' && Buffer.byteLength(whole) > MOST_PART_BYTES) {
      parts.push(last);
      last = document;
    } else {
      last = whole;
    }
  }
  return [...parts, last];
}
