/** Secret that is known by its form alone. */
export interface TokenShape {
  /** What it is, for messages. */
  readonly what: string;
  /** Form of the whole of it. */
  readonly pattern: RegExp;
}

/** Forms of secrets that nothing else has. */
export const TOKEN_SHAPES: readonly TokenShape[] = [
  { what: 'a key of age', pattern: /AGE-SECRET-KEY-1[0-9A-Z]{20,}/ },
  { what: 'a private key of PuTTY', pattern: /PuTTY-User-Key-File-\d[\s\S]*?Private-Lines:\s*\d+/ },
  { what: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a token of GitHub', pattern: /\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}/ },
  { what: 'a token of GitLab', pattern: /\bgl(?:pat|dt|rt|ptt|ft|oas|cbt|agent)-[\w-]{18,}/ },
  { what: 'a token of Slack', pattern: /\bxox[abeoprs]-[\w-]{10,}|\bxapp-\d-[\w-]{10,}/ },
  {
    what: 'a webhook with its token',
    pattern:
      /hooks\.slack\.com\/(?:services|workflows)\/\w{6,}\/[\w/]{8,}|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}|\.webhook\.office\.com\/webhookb2\/[\w@-]{20,}/,
  },
  { what: 'an API key of Google', pattern: /\bAIza[\w-]{35}/ },
  { what: 'a token of Google', pattern: /\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}/ },
  { what: 'a client secret of Azure', pattern: /\b[\w~.-]{3}\dQ~[\w~.-]{31,34}/ },
  {
    what: 'a key of Azure',
    pattern: /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{30,}={0,2}/,
  },
  { what: 'a key of Stripe', pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/ },
  { what: 'a key of Tailscale', pattern: /\btskey-[a-z]{3,8}-[\w-]{10,}/ },
  { what: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{30,}/ },
  { what: 'a token of PyPI', pattern: /\bpypi-AgE[\w-]{20,}/ },
  { what: 'a token of Docker Hub', pattern: /\bdckr_(?:pat|oat)_[\w-]{20,}/ },
  { what: 'a token of DigitalOcean', pattern: /\bdo[opr]_v1_[a-f0-9]{32,}/ },
  { what: 'a token of Vault', pattern: /\bhv[sbr]\.[\w-]{20,}/ },
  { what: 'a token of Grafana', pattern: /\bgl(?:sa|c)_[A-Za-z0-9+/=_]{20,}/ },
  { what: 'a token of Hugging Face', pattern: /\bhf_[A-Za-z0-9]{30,}/ },
  { what: 'a key of an AI service', pattern: /\bsk-(?:ant-|proj-)?[\w-]{32,}/ },
  { what: 'a key of SendGrid', pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { what: 'a token of Telegram', pattern: /\b\d{8,10}:AA[\w-]{30,}/ },
  { what: 'a token of Terraform Cloud', pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}/ },
  { what: 'a key of Databricks', pattern: /\bdapi[a-f0-9]{32}/ },
  { what: 'a token of Doppler', pattern: /\bdp\.(?:pt|st|sa|ct)\.[\w.]{30,}/ },
  {
    what: 'a JSON Web Token',
    pattern:
      /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}|(?<![\w-])eyJ[\w-]{8,}\.{2}[\w-]+\.[\w-]+\.[\w-]+/,
  },
  {
    what: 'the hash of a password',
    pattern:
      /\$(?:1|5|6|7|y|gy|md5|apr1)\$(?:rounds=\d+\$)?[\w./$]{1,40}\$[\w./]{20,}|\$2[abxy]?\$\d\d\$[\w./]{40,}|\$argon2(?:id|i|d)\$v=|\{S?SHA(?:256|512)?\}[\w+/=]{20,}/,
  },
  {
    what: 'a signed URL',
    pattern: /[?&](?:X-Amz-Signature|X-Goog-Signature|temp_url_sig|sig|Signature)=[\w%+/=-]{16,}/i,
  },
];

/** One form of all of them, for a first look. */
export const ANY_TOKEN = new RegExp(TOKEN_SHAPES.map(({ pattern }) => pattern.source).join('|'));

/** Scheme of a URL, and the user and password before its host. */
export const URL_USER = /\b([a-z][\w+.-]{0,30}:\/\/)([^\s/?#@"'`\\<>]*)@/gi;

const BEGIN = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g;
const HEAD_OF_BODY = 2_000;
/** What stands before each line where a key is part of a comment, a literal or a quotation. */
const MARGIN = /^[\s#>*+|;"',]*(?:\/\/+\s*)?/;
const BODY_LINE = /^(?=.{8})[A-Za-z0-9+/]{5,}={0,2}["',\\;]*$/;

/** Private keys of a text as beginning and end; words that only speak of one are none. */
export function privateKeys(text: string): readonly (readonly [number, number])[] {
  if (!text.includes('PRIVATE KEY')) return [];
  return [...text.matchAll(BEGIN)].flatMap(({ 0: head, index }) => {
    const start = index + head.length;
    const stop = text.indexOf('-----END', start);
    const body = text.slice(start, stop < 0 ? start + HEAD_OF_BODY : stop);
    return isKeyBody(body, stop >= 0) ? [[index, start + body.length] as const] : [];
  });
}

function isKeyBody(body: string, ended: boolean): boolean {
  const [rest = '', ...lines] = body.replaceAll(/\\+[rn]/g, '\n').split(/\r\n|\r|\n/);
  if (lines.some((line) => BODY_LINE.test(line.replace(MARGIN, '')))) return true;
  return (
    ended &&
    `${rest} ${lines.join(' ')}`
      .split(/\s+/)
      .some((word) => /^[A-Za-z0-9+/]{16,}={0,2}$/.test(word))
  );
}
