import { ANY_TOKEN } from '../../base/masking/token-shapes';
import type { Needle } from './needles';

/** Prefixes and other typical parts of secrets with a known form. */
const TOKEN_PARTS =
  'age-secret-key akia asia ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glrt- glptt- glft- gloas- glcbt- glagent- xox xapp- hooks.slack api/webhooks webhookb2 aiza ya29. gocspx- q~ sk_live sk_test rk_live rk_test npm_ pypi-age dckr_ _v1_ hvs. hvb. hvr. glsa_ glc_ hf_ tskey- sk- sg. :aa atlasv1 dapi dp. eyj $argon2 $apr1$ $md5$ $1$ $5$ $6$ $7$ $y$ $gy$ $2$ $2a$ $2b$ $2x$ $2y$ {sha {ssha sig= signature= accountkey= sharedaccesskey='.split(
    ' ',
  );

/** Words and patterns. Every text with a secret contains at least one of them. */
export const SUSPECT_WORDS: readonly Needle[] = [
  ...TOKEN_PARTS.map((word) => ({ word, around: ANY_TOKEN })),
  { word: 'putty-user-key' },
  { word: 'pass', around: /pass(?!ive|ed|es|ing)/i },
  { word: 'pwd' },
  { word: 'pw', around: /(?:^|[^a-z]|bind|root|user|db)_?pw\b/i },
  { word: 'secret', around: /secret(?!s\b|name\b|ref\b|keyref\b|s?:\s*(?:\n|$))/i },
  { word: 'token', around: /(?<!\/)token(?!reviews?\b|requests?\b)/i },
  { word: 'psk' },
  { word: 'trust', around: /trust.?id/i },
  {
    word: 'key',
    around:
      /(?:api|auth|activation|access|account|master|signing|encryption|shared|private|service|routing|certificate|storage|cosmos|batch|functions?|primary|secondary).?keys?\b|client-key-data/i,
  },
  { word: 'credential', around: /credentials?["']?\s*[:=]\s*\S{8}/i },
  { word: 'authorization', around: /authorization\W{1,6}(?:basic|bearer|token)\s+(?!\$)/i },
  { word: 'bearer', around: /bearer\s+\w/i },
  { word: 'basic', around: /basic\s+\w/i },
  { word: 'auth', around: /auths?\W{0,6}:\s*\S/i },
  { word: '://', around: /:\/\/[^\s/]*@/ },
  { word: 'curl', around: /curl\b.*?\s-[a-zA-Z]{0,8}[uU](?:\b|[^\s:]+:)/i },
  { word: '-u', around: /(?:^|[\s"',])-[a-zA-Z]{0,5}u(?:(?:ser)?\b|[^\s:%]+[:%])/i },
  { word: '-user', around: /--(?:proxy-)?user\b/ },
  { word: '--', around: /--(?:src-|dest-)?creds\b/ },
  { word: 'login', around: /\blogin\b/i },
  { word: '--from-literal' },
  {
    word: 'community',
    around: /community.?string|snmp.?community|r[ow]community|server\s+community/i,
  },
  { word: 'mysql' },
  { word: 'mariadb' },
  { word: 'redis-cli' },
  { word: 'ldap' },
  { word: 'sqlcmd' },
  { word: 'net user' },
  { word: 'rabbitmqctl' },
  { word: 'identified by' },
  { word: 'convertto-secure' },
  { word: ':5432:' },
  { word: 'base64' },
  { word: 'binary' },
  { word: 'kty' },
  { word: 'data:', around: /data:[\w/+.;=-]*,/i },
];
