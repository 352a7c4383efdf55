import { readManifestFile, type UnreadableFile } from '../../base/manifest-file';
import { splitDocuments } from '../../base/yaml-documents';
import type { Checksum, ChecksumModel } from './checksum';

/** Download of manifests, as plain data. */
export interface CalicoDownloadModel {
  readonly kind: 'url';
  /** Address; absent for that of the release. */
  readonly url?: string;
  readonly checksum: ChecksumModel | undefined;
  readonly certificateAuthority?: string;
}

/** Where the manifests of Calico come from. */
export type CalicoManifestModel =
  | CalicoDownloadModel
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableFile };

/** Options of {@link CalicoManifest.release} and {@link CalicoManifest.url}. */
export interface CalicoDownloadOptions {
  /** How the download is checked before it is applied. */
  readonly checksum: Checksum;
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
   * Manifests of the release from the Calico project, with Typha where it is asked for; the Job downloads them when it runs.
   *
   * The download goes through the proxy of the cluster's machines, if they have one.
   */
  static release(options: CalicoDownloadOptions): CalicoManifest {
    const model = download(undefined, options);
    return new CalicoManifest(() => model, model);
  }

  /**
   * Manifests at another address, which begins with `https`; the Job downloads them when it runs.
   *
   * The download goes through the proxy of the cluster's machines, if they have one.
   */
  static url(url: string, options: CalicoDownloadOptions): CalicoManifest {
    const model = download(url, options);
    return new CalicoManifest(() => model, model);
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
    /** What is downloaded; absent where nothing is. */
    readonly download?: CalicoDownloadModel,
  ) {}
}

function download(
  url: string | undefined,
  { checksum, certificateAuthority }: CalicoDownloadOptions,
): CalicoDownloadModel {
  return {
    kind: 'url',
    checksum: checksum?.model,
    ...(url === undefined ? {} : { url }),
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  };
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
