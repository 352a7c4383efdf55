import { readManifestFile, type UnreadableFile } from '../../base/manifest-file';
import { splitDocuments } from '../../base/yaml-documents';
import type { Checksum, ChecksumModel } from './checksum';

/** Download of manifests, as plain data. */
export interface CalicoDownloadModel {
  readonly kind: 'url';
  /** URL; absent for that of the release. */
  readonly url?: string;
  readonly checksum: ChecksumModel | undefined;
  readonly certificateAuthority?: string;
}

/** Source of the Calico manifests. */
export type CalicoManifestModel =
  | CalicoDownloadModel
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableFile };

/** Options of {@link CalicoManifest.release} and {@link CalicoManifest.url}. */
export interface CalicoDownloadOptions {
  /** Check of the download before it is applied. */
  readonly checksum: Checksum;
  /**
   * CA certificates of the download server, in PEM.
   *
   * @default - the CAs that the image with curl trusts
   */
  readonly certificateAuthority?: string;
}

/** Maximum size of a ConfigMap with a part of an inline manifest, in bytes. */
const MOST_PART_BYTES = 160_000;

/** Calico manifests that the Job applies. */
export class CalicoManifest {
  /**
   * Released manifests of the Calico project, with Typha if it is enabled; the Job downloads them when it runs.
   *
   * The download uses the proxy of the cluster's machines, if they have one.
   */
  static release(options: CalicoDownloadOptions): CalicoManifest {
    const model = download(undefined, options);
    return new CalicoManifest(() => model, model);
  }

  /**
   * Manifests at another URL, which must begin with `https`; the Job downloads them when it runs.
   *
   * The download uses the proxy of the cluster's machines, if they have one.
   */
  static url(url: string, options: CalicoDownloadOptions): CalicoManifest {
    const model = download(url, options);
    return new CalicoManifest(() => model, model);
  }

  /** Manifests as a text of YAML documents, delivered with the Job; nothing is downloaded. */
  static inline(text: string): CalicoManifest {
    return new CalicoManifest(() => ({ kind: 'text', text }));
  }

  /** Manifests from a file, delivered with the Job; nothing is downloaded. */
  static file(path: string): CalicoManifest {
    return new CalicoManifest(() => {
      const read = readManifestFile(path);
      return 'text' in read ? { kind: 'text', ...read } : { kind: 'unreadable', ...read };
    });
  }

  private constructor(
    /** Reads the model data of the choice. */
    readonly model: () => CalicoManifestModel,
    /** Download; absent if nothing is downloaded. */
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

/** Returns the URL of the manifests of a Calico release. */
export function calicoReleaseUrl(version: string, typha: boolean): string {
  const file = typha ? 'calico-typha.yaml' : 'calico.yaml';
  return `https://raw.githubusercontent.com/projectcalico/calico/v${version}/manifests/${file}`;
}

/** Splits manifests at document boundaries into parts that fit into a ConfigMap. */
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
