import { commandValues } from './command-values';
import { namedValues } from './named-values';
import { isFilledIn, isItself, isMember, isNameLike, isReference } from './references';
import { nameStrength } from './secret-names';
import { ANY_TOKEN, privateKeys, TOKEN_SHAPES, URL_USER } from './token-shapes';

/** Replacement for a secret. */
export const MASK = '***';

const SHOWN = 4;
/** Length from which the user of a URL is treated as a token. */
const LONGEST_USER = 16;
const DEEPEST = 50;
const MOST_MEMBERS = 100_000;
const LEFT_OUT = '…';
const SIGNED =
  /([?&](?:X-Amz-(?:Signature|Credential|Security-Token)|X-Goog-(?:Signature|Credential)|AWSAccessKeyId|sig|signature|temp_url_sig|se|key|code)=)[^&\s"'#]+/gi;
/** URL whose password contains a slash, which other parsers take for the end of the host. */
const ODD_URL = /\b([a-z][\w+.-]{0,30}:\/\/)[^\s"'@:/]*:[^\s"'@]*@(?!sha\d)/gi;
const BASE64_RUN = /[A-Za-z0-9+/]{24,}={0,2}/g;
/** Members below a secret name that say where the secret is, such as `secretKeyRef`. */
const REFERRING = /(?:Ref|From)$/;
const TEXT = /^[\t\n\r\x20-\x7e]+$/;

/** Name of an object derived from a text with a secret: `a-password-fake1234…`. */
const DERIVED_NAME =
  /(?<=(?:password|passwd|token|secret|bearer|apikey|signature|credential)-)(?=[a-z]*\d)[a-z0-9]{12,}/g;

const BOOTSTRAP_TOKEN = /(?<![\w./-])([a-z0-9]{6}\.)(?=[a-z]*\d)[a-z0-9]{16}(?![\w.-])/g;

/** Words of which every text with something to mask contains at least one. */
const MAY_NEED =
  /pass|pwd|pw|secret|community|token|key|psk|credential|auth|bearer|basic|:\/\/|login|trust|\s--?[a-zA-Z]|:\d{2,5}:|[a-z0-9]{6}\.[a-z0-9]{16}|\$[\w-]+\$|[?&]|user|[A-Za-z0-9+/]{24}/i;

/** Masks everything in a text that could be secret: passwords, tokens, private keys, logins in URLs. */
export function masked(text: string): string {
  if (text.length < SHOWN || !(MAY_NEED.test(text) || ANY_TOKEN.test(text))) return text;
  const clean = withoutTokens(withoutValues(withoutUrls(withoutKeys(text))));
  return withoutEncoded(clean).replace(DERIVED_NAME, MASK).replace(BOOTSTRAP_TOKEN, `$1${MASK}`);
}

/**
 * Masks the texts of data, and the values of keys that are secret by name; returns data that is ready for JSON.
 *
 * @param name Name of the data itself, which can mark all of it as secret.
 */
export function maskedData(value: unknown, name = ''): unknown {
  return new DataMask().member(value, 0, isSecretName(name));
}

class DataMask {
  private members = 0;

  member(value: unknown, depth: number, isSecret: boolean): unknown {
    if (isSecret && isLiteral(value)) return MASK;
    if (typeof value === 'string') return masked(value);
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    this.members += 1;
    if (depth > DEEPEST || this.members > MOST_MEMBERS) return LEFT_OUT;
    if (Array.isArray(value)) {
      return value.map((item: unknown) => this.member(item, depth + 1, isSecret));
    }
    if ('toJSON' in value && typeof value.toJSON === 'function') {
      return this.member(value.toJSON(), depth + 1, isSecret);
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, member]: [string, unknown]) => [
        masked(name),
        this.member(member, depth + 1, (isSecret && !REFERRING.test(name)) || isSecretName(name)),
      ]),
    );
  }
}

function isSecretName(name: string): boolean {
  return nameStrength(name) === 'strong';
}

function isLiteral(value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return !isReference(String(value));
}

function withoutKeys(text: string): string {
  return replaced(
    text,
    privateKeys(text).map(([start, end]) => ({ start: text.indexOf('-----', start + 5) + 5, end })),
  );
}

function withoutUrls(text: string): string {
  return text
    .replace(URL_USER, (whole: string, scheme: string, login: string) =>
      login.includes(':') || login.length > LONGEST_USER ? `${scheme}${MASK}@` : whole,
    )
    .replace(ODD_URL, `$1${MASK}@`)
    .replace(SIGNED, `$1${MASK}`);
}

function withoutValues(text: string): string {
  const named = namedValues(text).filter(
    ({ name, strength, value }) =>
      !isItself(name, value) && (strength === 'strong' || (value.length > 7 && !isNameLike(value))),
  );
  return replaced(
    text,
    [...named, ...commandValues(text)].filter(
      ({ value }) => !isReference(value) && !isFilledIn(value) && !isMember(value),
    ),
  );
}

function withoutTokens(text: string): string {
  if (!ANY_TOKEN.test(text)) return text;
  return TOKEN_SHAPES.reduce(
    (clean, { pattern }) =>
      clean.replace(new RegExp(pattern.source, 'g'), (token) => `${token.slice(0, SHOWN)}${MASK}`),
    text,
  );
}

/** Masks base64 texts that decode to something secret. */
function withoutEncoded(text: string): string {
  return text.replace(BASE64_RUN, (run) => {
    const decoded = Buffer.from(run, 'base64').toString('latin1');
    return TEXT.test(decoded) && masked(decoded) !== decoded
      ? `${run.slice(0, SHOWN)}${MASK}`
      : run;
  });
}

function replaced(
  text: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  let clean = '';
  let at = 0;
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    clean += `${text.slice(at, start)}${MASK}`;
    at = end;
  }
  return clean + text.slice(at);
}
