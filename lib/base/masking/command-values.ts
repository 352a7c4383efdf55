import { type PlacedValue, valueAt } from './value-at';

/** Secret at a known position in a command or in a file without field names. */
export interface CommandValue extends PlacedValue {
  /** What it is, for messages. */
  readonly what: string;
}

interface Place {
  readonly what: string;
  /** What precedes the secret. */
  readonly before: RegExp;
}

const PASSWORD = 'a password on a command line';
const LOGIN = 'user and password on a command line';

/** Positions of secrets in commands and in files without field names. */
const PLACES: readonly Place[] = [
  {
    what: LOGIN,
    before:
      /\b(?:curl|ctr|crictl|skopeo|buildah|podman|nerdctl|https?|wget|lftp|svn|mc|restic)\b[^\n|;]{0,400}?[\s"',](?:-[a-zA-Z]{0,5}[uU]|--(?:proxy-)?user|--(?:src-|dest-)?creds)(?:["',\s]+|=)?["']?[\w.@$%{}+-]+:(?!\d+(?:[\s"']|$))/g,
  },
  { what: PASSWORD, before: /\bsshpass\s+-p\s*/g },
  {
    what: PASSWORD,
    before: /\b(?:mysql|mariadb)(?:-?(?:dump|admin|import|check))?\b[^\n|;]{0,400}?\s-p(?=[^\s-])/g,
  },
  { what: PASSWORD, before: /\blogin\b[^\n|;]{0,400}?\s-p[ =]\s*/g },
  { what: PASSWORD, before: /\bhtpasswd\s+-\w*b\w*\s+\S+\s+\S+\s+/g },
  { what: PASSWORD, before: /(?<!\S)-(?:pass(?:in|out)?|kfile)\s+["']?pass:/g },
  { what: PASSWORD, before: /\bredis-cli\b[^\n|;]{0,400}?\s-a\s+/g },
  {
    what: PASSWORD,
    before: /\bldap(?:search|modify|add|delete|passwd|whoami)\b[^\n|;]{0,400}?\s-w\s*/g,
  },
  { what: PASSWORD, before: /\bsqlcmd\b[^\n|;]{0,400}?\s-P\s*/g },
  {
    what: PASSWORD,
    before: /\becho\s+(?:-\w+\s+)?["']?[\w.-]+:(?=[^\n|]{0,400}\|\s*(?:sudo\s+)?chpasswd)/g,
  },
  { what: PASSWORD, before: /\bchpasswd\s*<<<\s*["']?[\w.-]+:/g },
  {
    what: PASSWORD,
    before:
      /\b(?:echo|printf)\s+(?:-\w+\s+)?(?=[^\n|]{0,400}\|[^\n]*(?:--stdin|-password-stdin|--passphrase-fd))/g,
  },
  { what: PASSWORD, before: /\buser(?:mod|add)\b[^\n|;]{0,400}?\s-p\s+/g },
  {
    what: PASSWORD,
    before:
      /\b(?:smb\w+|rpcclient|net|wmic|winexe)\b[^\n|;]{0,400}?\s(?:-U|--user)[=\s]*["']?[^\s%"']+%(?!\w*%)/g,
  },
  {
    what: 'a Secret value on a command line',
    before:
      /\s--from-literal(?:["',\s]+|=)["']?[\w.-]+=(?<=\bcreate["',\s]+secret\b[^\n|;]{0,600})/g,
  },
  {
    what: 'a password in a connection string',
    before: /\b(?:server|driver|dsn|data source|uid|user(?: id)?)\s*=[^\n]{0,300}?;\s*pwd\s*=\s*/gi,
  },
  {
    what: 'an SNMP community string',
    before: /\b(?:r[ow]community6?|snmp-server\s+community)\s+/g,
  },
  { what: PASSWORD, before: /\bnet\s+user\s+\S+\s+(?!\/)/gi },
  { what: PASSWORD, before: /\bConvertTo-SecureString\s+(?:-String\s+)?(?=["'])/gi },
  { what: PASSWORD, before: /\brabbitmqctl\s+(?:add_user|change_password)\s+\S+\s+/g },
  { what: 'a token on a command line', before: /\bvault\s+login\s+(?!-)/g },
  { what: 'a SQL password', before: /\b(?:identified\s+by|password)\s+(?=')/gi },
  { what: 'a login in a netrc file', before: /\blogin\s+\S+\s+password\s+/g },
  { what: 'a login in a netrc file', before: /\bmachine\s+\S+(?:\s+login\s+\S+)?\s+password\s+/g },
  {
    what: 'a login in a pgpass file',
    before: /^(?:localhost|\*|[\w-]*\.[\w.-]+):(?:\d{2,5}|\*):[\w*-]+:[\w*-]+:(?=\S)/gm,
  },
  {
    what: 'a registry login',
    before: /\bauth\\*["']\s*:\s*(?=\\*["'][A-Za-z0-9+/]{8,}=*\\*["'])/g,
  },
  {
    what: 'an Authorization header',
    before:
      /\b(?:proxy-)?authorization(?:\\*["'])?\s*(?:[:=]|,)\s*\\*["']?(?:(?:basic|bearer|token|digest|apikey|negotiate)\s+)/gi,
  },
  {
    what: 'an Authorization header',
    before: /(?<=[\s"'=:]|^)(?:Bearer|Basic)\s+(?=[\w.~+/-]*(?:\d|[a-z][A-Z])[\w.~+/=-]{6,})/g,
  },
];

/** Finds the values at known positions of secrets in commands and files, references included. */
export function commandValues(text: string): readonly CommandValue[] {
  const joined = text.includes('\\\n') ? text.replaceAll(/\\\n/g, '  ') : text;
  if (!joined.includes('\\n')) return valuesIn(joined);
  return [...valuesIn(joined), ...valuesIn(joined.replaceAll('\\n', ' \n'))];
}

function valuesIn(joined: string): readonly CommandValue[] {
  return PLACES.flatMap(({ what, before }) =>
    [...joined.matchAll(before)].flatMap(({ 0: whole, index }) => {
      const placed = valueAt(joined, index + whole.length);
      return placed === undefined ? [] : [{ ...placed, what }];
    }),
  );
}
