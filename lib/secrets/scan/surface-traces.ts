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

/** Finds secrets by their form anywhere in a text, including comments. */
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

/** Tells whether a decoded text is a login, as in headers and registry settings. */
export function isLogin(text: string): boolean {
  return LOGIN.test(text.trim()) && /\d/.test(text);
}

/** Finds secrets in the lines of an unstructured text: settings, commands, files of fields. */
export function secretsInLines(text: string): readonly string[] {
  return [
    ...namedValues(text)
      .filter(isNamedSecret)
      .map(({ name }) => secretNamed(name)),
    ...commandSecrets(text),
    ...(hasSecretObject(text) ? ['a Secret value'] : []),
  ];
}

/** Finds secrets in the arguments of commands in a text. */
export function commandSecrets(text: string): readonly string[] {
  return commandValues(text)
    .filter(({ value }) => !isReference(value) && !isFilledIn(value))
    .map(({ what }) => what);
}

/** Tells whether a text that cannot be parsed contains a Secret with a value. */
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

/** Tells whether a value looks generated, as opposed to a word in an explanation. */
function isRandom(value: string): boolean {
  if (value.length < SHORTEST_IN_COMMENT || isReference(value)) return false;
  return /\d/.test(value) && /[a-z]/.test(value) && /[A-Z]|[^\w.-]/.test(value);
}
