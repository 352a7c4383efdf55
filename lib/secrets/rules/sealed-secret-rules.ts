import type { Rule } from '../../base/rule';
import { sourcedSecrets } from './secret-source-place';
import type { SecretsSubject } from './secrets-subject';

const SEALED = 'bitnami-labs/sealed-secrets@v0.36.6:README.md';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Bytes of the length of the encrypted key. */
const LENGTH_BYTES = 2;
/** Bytes of the shortest sealing key, and of the tag at the end of a sealed value. */
const LEAST_KEY_BYTES = 256;
const TAG_BYTES = 16;

/** Rules for Secrets that Sealed Secrets decrypts. */
export const SEALED_SECRET_RULES: readonly Rule<SecretsSubject>[] = [
  {
    id: 'sealed-secret-value',
    reason: 'A value that is not sealed is readable in the repository, and is never decrypted.',
    source: SEALED,
    check(subject, refuse) {
      for (const { source, at } of sourcedSecrets(subject, 'sealedSecret')) {
        for (const [key, value] of Object.entries(source.encryptedData)) {
          if (isSealed(value)) continue;
          refuse(at(`encryptedData[${JSON.stringify(key)}]`), {
            given: `(a text of ${String(value).length} characters)`,
            allowed: 'the output of kubeseal, base64 without line breaks',
            fix: 'write what kubeseal --raw prints for the value',
          });
        }
      }
    },
  },
];

/** Tells whether a text has the form of a sealed value: a length, a key of that length, and the encrypted data. */
function isSealed(text: string): boolean {
  if (typeof text !== 'string' || !BASE64.test(text)) return false;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length < LENGTH_BYTES) return false;
  const key = bytes.readUInt16BE(0);
  return key >= LEAST_KEY_BYTES && bytes.length >= LENGTH_BYTES + key + TAG_BYTES;
}
