/** Secret that is recognized by its form. */
export interface TokenShape {
  /** What it is, for messages. */
  readonly what: string;
  /** Form of the whole secret. */
  readonly pattern: RegExp;
}

/** Forms that only secrets have. */
export const TOKEN_SHAPES: readonly TokenShape[] = [
  { what: 'an age key', pattern: /AGE-SECRET-KEY-1[0-9A-Z]{20,}/ },
  { what: 'a PuTTY private key', pattern: /PuTTY-User-Key-File-\d[\s\S]*?Private-Lines:\s*\d+/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{30,}|\bgithub_pat_\w{30,}/ },
  { what: 'a GitLab token', pattern: /\bgl(?:pat|dt|rt|ptt|ft|oas|cbt|agent)-[\w-]{18,}/ },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10,}|\bxapp-\d-[\w-]{10,}/ },
  {
    what: 'a webhook URL with its token',
    pattern:
      /hooks\.slack\.com\/(?:services|workflows)\/\w{6,}\/[\w/]{8,}|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}|\.webhook\.office\.com\/webhookb2\/[\w@-]{20,}/,
  },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { what: 'a Google token', pattern: /\bya29\.[\w-]{20,}|\bGOCSPX-[\w-]{20,}/ },
  { what: 'an Azure client secret', pattern: /\b[\w~.-]{3}\dQ~[\w~.-]{31,34}/ },
  {
    what: 'an Azure key',
    pattern: /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{30,}={0,2}/,
  },
  { what: 'a Stripe key', pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/ },
  { what: 'a Tailscale key', pattern: /\btskey-[a-z]{3,8}-[\w-]{10,}/ },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{30,}/ },
  { what: 'a PyPI token', pattern: /\bpypi-AgE[\w-]{20,}/ },
  { what: 'a Docker Hub token', pattern: /\bdckr_(?:pat|oat)_[\w-]{20,}/ },
  { what: 'a DigitalOcean token', pattern: /\bdo[opr]_v1_[a-f0-9]{32,}/ },
  { what: 'a Vault token', pattern: /\bhv[sbr]\.[\w-]{20,}/ },
  { what: 'a Grafana token', pattern: /\bgl(?:sa|c)_[A-Za-z0-9+/=_]{20,}/ },
  { what: 'a Hugging Face token', pattern: /\bhf_[A-Za-z0-9]{30,}/ },
  { what: 'an AI service key', pattern: /\bsk-(?:ant-|proj-)?[\w-]{32,}/ },
  { what: 'a SendGrid key', pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { what: 'a Telegram token', pattern: /\b\d{8,10}:AA[\w-]{30,}/ },
  { what: 'a Terraform Cloud token', pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}/ },
  { what: 'a Databricks key', pattern: /\bdapi[a-f0-9]{32}/ },
  { what: 'a Doppler token', pattern: /\bdp\.(?:pt|st|sa|ct)\.[\w.]{30,}/ },
  {
    what: 'a JSON Web Token',
    pattern:
      /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}|(?<![\w-])eyJ[\w-]{8,}\.{2}[\w-]+\.[\w-]+\.[\w-]+/,
  },
  {
    what: 'a password hash',
    pattern:
      /\$(?:1|5|6|7|y|gy|md5|apr1)\$(?:rounds=\d+\$)?[\w./$]{1,40}\$[\w./]{20,}|\$2[abxy]?\$\d\d\$[\w./]{40,}|\$argon2(?:id|i|d)\$v=|\{S?SHA(?:256|512)?\}[\w+/=]{20,}/,
  },
  {
    what: 'a signed URL',
    pattern: /[?&](?:X-Amz-Signature|X-Goog-Signature|temp_url_sig|sig|Signature)=[\w%+/=-]{16,}/i,
  },
];

/** One pattern for all of them, for a first check. */
export const ANY_TOKEN = new RegExp(TOKEN_SHAPES.map(({ pattern }) => pattern.source).join('|'));

/** Scheme of a URL, and the user and password before its host. */
export const URL_USER = /\b([a-z][\w+.-]{0,30}:\/\/)([^\s/?#@"'`\\<>]*)@/gi;

const BEGIN = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g;
const HEAD_OF_BODY = 2_000;
/** Text before each line of a key in a comment, a literal or a quotation. */
const MARGIN = /^[\s#>*+|;"',]*(?:\/\/+\s*)?/;
const BODY_LINE = /^(?=.{8})[A-Za-z0-9+/]{5,}={0,2}["',\\;]*$/;

/** Finds the private keys of a text as start and end; words that only mention a key do not count. */
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
