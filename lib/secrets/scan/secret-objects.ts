import { isMap } from '../../base/is-map';
import { isReference } from '../../base/masking/references';
import { RESOURCE_SET_SECRET_TYPE } from '../model/cluster-secret';
import { fromBase64 } from './decoded-texts';

type Fields = Readonly<Record<string, unknown>>;

/** Entry of a Secret that is not empty. */
export interface SecretEntry {
  /** Field of the Secret, `data` or `stringData`. */
  readonly field: 'data' | 'stringData';
  /** Key in that field. */
  readonly key: string;
  /** Text of the value; undefined if it is not text. */
  readonly text: string | undefined;
}

const PUBLIC_ONLY =
  /^(?:\s*(?:#[^\n]*\n|[\w ]*:[^\n]*\n)?-----BEGIN (CERTIFICATE|TRUSTED CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|X509 CRL|CERTIFICATE REQUEST)-----[\s\w+/=]+-----END \1-----)+\s*$/;
const PUBLIC_SSH =
  /^(?:(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+) [A-Za-z0-9+/=]+[^\n]*\s*)+$/;

/** Tells whether a map is a Kubernetes Secret, even without an apiVersion. */
export function isSecret(value: Fields): boolean {
  return value.kind === 'Secret' && (value.apiVersion === undefined || value.apiVersion === 'v1');
}

/** Tells whether a Secret carries manifests, which are scanned themselves. */
export function carriesManifests(secret: Fields): boolean {
  return secret.type === RESOURCE_SET_SECRET_TYPE;
}

/** Returns the entries of a Secret that contain anything other than a reference or public data. */
export function literalEntries(secret: Fields): readonly SecretEntry[] {
  return (['data', 'stringData'] as const)
    .flatMap((field) =>
      Object.entries(isMap(secret[field]) ? secret[field] : {}).map(([key, value]) => ({
        field,
        key,
        text: entryText(field, value),
      })),
    )
    .filter(({ text }) => text === undefined || !isHarmless(text));
}

function entryText(field: SecretEntry['field'], value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (field === 'stringData' || isReference(text)) return text;
  return fromBase64(text) ?? (text === '' ? '' : Buffer.from(text, 'base64').toString('latin1'));
}

function isHarmless(text: string): boolean {
  return isReference(text) || PUBLIC_ONLY.test(text) || PUBLIC_SSH.test(text);
}
