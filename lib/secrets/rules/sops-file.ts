import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import { remembered } from '../../base/remembered';
import type { SopsSource } from '../model/secret-source';

/** Readable parts of a SOPS-encrypted manifest. */
export interface SopsManifest {
  /** Name of the Secret. */
  readonly name: unknown;
  /** Namespace of the Secret. */
  readonly namespace: unknown;
  /** Type of the Secret. */
  readonly type: unknown;
  /** Labels of the Secret. */
  readonly labels: Readonly<Record<string, unknown>>;
  /** Keys of its data. */
  readonly keys: readonly string[];
  /** Fields that are encrypted but must be readable, such as `metadata.name`. */
  readonly hidden: readonly string[];
  /** Keys whose values are not encrypted. */
  readonly open: readonly string[];
}

/** Manifest in a file, or the mistake in the file. */
type Read = { readonly manifest: SopsManifest } | { readonly mistake: string };

const ENCRYPTED = /^ENC\[AES256_GCM,data:[^,]*,iv:[^,]+,tag:[^,]+,type:\w+\]$/;
const KEPT = 64;
const readText = remembered(KEPT, parse);

/** Returns the manifest in a SOPS-encrypted file; undefined if the file has none. */
export function sopsManifest(source: SopsSource): SopsManifest | undefined {
  const read = readSops(source);
  return read !== undefined && 'manifest' in read ? read.manifest : undefined;
}

/** Returns the mistake in a file that should contain a SOPS-encrypted Secret; undefined if it is correct or unreadable. */
export function sopsMistake(source: SopsSource): string | undefined {
  const read = readSops(source);
  return read !== undefined && 'mistake' in read ? read.mistake : undefined;
}

function readSops({ content }: SopsSource): Read | undefined {
  return 'unreadable' in content ? undefined : readText(content.text);
}

function parse(text: string): Read {
  const loaded = loadYaml(text);
  if ('reason' in loaded) return { mistake: 'it is not YAML' };
  const documents = loaded.documents.filter((one) => one !== null && one !== undefined);
  const [object] = documents;
  if (documents.length !== 1 || !isMap(object))
    return { mistake: 'it does not contain exactly one object' };
  if (object.kind !== 'Secret' || object.apiVersion !== 'v1')
    return { mistake: notASecret(object) };
  if (!isMap(object.sops) || typeof object.sops.mac !== 'string') {
    return { mistake: 'SOPS did not encrypt it' };
  }
  return { manifest: manifestOf(object) };
}

function notASecret({ kind, apiVersion }: Readonly<Record<string, unknown>>): string {
  return isEncrypted(kind) || isEncrypted(apiVersion)
    ? 'its kind is encrypted'
    : 'it is not a Secret';
}

function manifestOf(object: Readonly<Record<string, unknown>>): SopsManifest {
  const metadata = isMap(object.metadata) ? object.metadata : {};
  const labels = isMap(metadata.labels) ? metadata.labels : {};
  const values = [object.data, object.stringData].filter(isMap).flatMap(Object.entries);
  const read: readonly (readonly [string, unknown])[] = [
    ['metadata.name', metadata.name],
    ['metadata.namespace', metadata.namespace],
    ['type', object.type],
    ...Object.entries(labels).map(
      ([key, value]) => [`metadata.labels[${JSON.stringify(key)}]`, value] as const,
    ),
  ];
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    type: object.type,
    labels,
    keys: values.map(([key]) => key),
    hidden: read.filter(([, value]) => isEncrypted(value)).map(([field]) => field),
    open: values.filter(([, value]) => value !== '' && !isEncrypted(value)).map(([key]) => key),
  };
}

function isEncrypted(value: unknown): boolean {
  return typeof value === 'string' && ENCRYPTED.test(value);
}
