import { commandValues } from '../../base/masking/command-values';
import { type NamedValue, namedValues } from '../../base/masking/named-values';
import { isFilledIn, isItself, isReference } from '../../base/masking/references';
import { privateKeys, TOKEN_SHAPES, URL_USER } from '../../base/masking/token-shapes';
import { isLiteralSecret, secretNamed } from './literals';

const BOOTSTRAP_TOKEN = /^[a-z0-9]{6}\.(?=[a-z]*\d)[a-z0-9]{16}$/;
const LOGIN = /^[\w.@-]{2,40}:[^\s:/]{6,100}$/;
const SECRET_KIND = /^[ \t]*["']?kind["']?:[ \t]*["']?Secret["']?[ \t]*\r?$/m;
const DATA_BLOCK = /^[ \t]*(?:data|stringData):[ \t]*\r?\n((?:[ \t]+[^\n]*\n?)+)/m;
const SHORTEST_IN_COMMENT = 10;

/** Secrets that a text shows by their forms, wherever they stand, comments included. */
export function shapesIn(text: string): readonly string[] {
  return [
    ...(privateKeys(text).length > 0 ? ['a private key'] : []),
    ...TOKEN_SHAPES.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what),
    ...(hasLoginInUrl(text) ? ['a URL with user and password'] : []),
    ...(BOOTSTRAP_TOKEN.test(text) ? ['a bootstrap token'] : []),
    ...namedValues(text)
      .filter(({ comment, value }) => comment && isRandom(value))
      .map(({ name }) => `${secretNamed(name)} in a comment`),
  ];
}

/** Login that a text in base64 is, as headers and settings of registries have it. */
export function isLogin(text: string): boolean {
  return LOGIN.test(text.trim()) && /\d/.test(text);
}

/** Secrets that lines of a text without a structure have: settings, commands, files of fields. */
export function secretsInLines(text: string): readonly string[] {
  return [
    ...namedValues(text)
      .filter(isNamedSecret)
      .map(({ name }) => secretNamed(name)),
    ...commandSecrets(text),
    ...(hasSecretObject(text) ? ['a value of a Secret'] : []),
  ];
}

/** Secrets that the commands of a text have at their places. */
export function commandSecrets(text: string): readonly string[] {
  return commandValues(text)
    .filter(({ value }) => !isReference(value) && !isFilledIn(value))
    .map(({ what }) => what);
}

/** Tells whether a text that no parser reads has a Secret with a value in it. */
function hasSecretObject(text: string): boolean {
  if (!SECRET_KIND.test(text)) return false;
  const [, block = ''] = DATA_BLOCK.exec(text) ?? [];
  return block.split('\n').some((line) => {
    const value = /^[ \t]+["']?[\w.-]+["']?:[ \t]*(\S.*?)\s*$/.exec(line)?.[1];
    return value !== undefined && !isReference(value) && !isFilledIn(value);
  });
}

function isNamedSecret({ comment, name, strength, value, line }: NamedValue): boolean {
  if (isItself(name, value)) return false;
  return !comment && isLiteralSecret(strength, value) && !isReference(line);
}

function hasLoginInUrl(text: string): boolean {
  return [...text.matchAll(URL_USER)].some(([, , login = '']) => {
    const colon = login.indexOf(':');
    const password = colon < 0 ? '' : login.slice(colon + 1);
    return password !== '' && !isReference(password) && !isFilledIn(password);
  });
}

/** Tells whether a value is as mixed as only a made one is, so that it is no word of an explanation. */
function isRandom(value: string): boolean {
  if (value.length < SHORTEST_IN_COMMENT || isReference(value)) return false;
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]|[^\w.-]/.test(value);
}
