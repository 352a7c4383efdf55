import type { Finding } from '../../base/errors';

/** Returns the finding for a string that is not certificates in PEM; undefined is accepted. */
export function certificateFinding(text: string | undefined): Finding | undefined {
  if (text === undefined) return undefined;
  if (text.includes('PRIVATE KEY')) {
    return {
      given: 'a private key',
      allowed: 'certificates in PEM, which are public',
      fix: 'remove the key',
    };
  }
  if (/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(text)) return undefined;
  return {
    given: text.length > 60 ? `${text.slice(0, 60)}…` : text,
    allowed: 'certificates in PEM',
    fix: 'write the content of the file from -----BEGIN CERTIFICATE----- on',
  };
}
