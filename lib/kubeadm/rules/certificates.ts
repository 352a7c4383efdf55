import type { Finding } from '../../base/errors';

/** What is wrong with a text of certificates in PEM; an absent one is fine. */
export function certificateFinding(text: string | undefined): Finding | undefined {
  if (text === undefined) return undefined;
  if (text.includes('PRIVATE KEY')) {
    return {
      given: 'a private key',
      allowed: 'certificates in PEM, which anybody may read',
      fix: 'leave the key out',
    };
  }
  if (/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(text)) return undefined;
  return {
    given: text.length > 60 ? `${text.slice(0, 60)}…` : text,
    allowed: 'certificates in PEM',
    fix: 'give the text of the file, from -----BEGIN CERTIFICATE----- on',
  };
}
