import { isMap } from '../../base/is-map';
import { hasFilledIn, isItself, isNameLike } from '../../base/masking/references';
import { nameStrength } from '../../base/masking/secret-names';
import { binaryKey, decodedTexts, fromBase64 } from './decoded-texts';
import { textParts } from './documents';
import { isLiteralSecret, secretNamed } from './literals';
import { carriesManifests, isSecret, literalEntries } from './secret-objects';
import { isLogin, secretsInLines, shapesIn } from './surface-traces';
import { isSuspectText } from './suspicion';

/** Secret that was found, and its place. */
export interface Trace {
  /** Field of the object, such as `data["clouds.yaml"]`. */
  readonly field: string;
  /** Description of the secret, with its place if it is inside a text. */
  readonly what: string;
}

/** Position of the probe. */
export interface Place {
  /** Field of the object. */
  readonly field: string;
  /** Position within the text of the field, if it is in one. */
  readonly text?: {
    /** Kind of the text, such as a `clouds.yaml`. */
    readonly within?: string;
    /** Document, such as `Secret demo`; empty for a document without a name. */
    readonly document: string;
    /** Field of the document. */
    readonly way: string;
    /** Whether the text is encoded. */
    readonly encoded: boolean;
  };
  /** Number of maps, lists and texts around it. */
  readonly depth: number;
}

type Fields = Readonly<Record<string, unknown>>;

const DEEPEST = 60;
/** Most characters to scan in one text, including decoded ones. */
const MOST_CHARACTERS = 24_000_000;
const NAMING = ['name', 'key', 'path', 'property'] as const;

/** Length from which a text is scanned document by document. */
const LONG_TEXT = 2_000;
const KEPT_TEXTS = 4_096;
const MOST_KEPT = 8_000_000;
const known = new Map<string, readonly string[]>();
let keptCharacters = 0;

/** Search for secrets in a value, including its texts and encoded texts. */
export class Probe {
  readonly traces: Trace[] = [];
  private readonly seen = new Set<object>();
  private readonly decoded = new Map<string, Set<string>>();
  private characters = MOST_CHARACTERS;

  /** Scans a value of an object. */
  value(value: unknown, place: Place): void {
    if (typeof value === 'string') {
      this.text(value, place);
      return;
    }
    if (value instanceof Uint8Array) {
      this.within(Buffer.from(value).toString('base64'), inEncoded(place));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (place.depth > DEEPEST || this.seen.has(value)) return;
    this.seen.add(value);
    if (Array.isArray(value)) this.list(value, place);
    else if (isMap(value)) this.map(value, place);
  }

  private text(text: string, place: Place): void {
    if (place.text !== undefined) {
      this.within(text, place);
      return;
    }
    const { field } = place;
    for (const part of documentTexts(text)) {
      const found = known.get(part) ?? remember(part, whatIsIn(part, place));
      for (const what of found) this.traces.push({ field, what });
    }
  }

  /** Scans a text on its own. */
  within(text: string, place: Place): void {
    this.characters -= text.length;
    if (place.text?.encoded === true && isLogin(text)) this.report(place, 'a login');
    if (this.characters < 0 || place.depth > DEEPEST || !isSuspectText(text)) return;
    const before = this.traces.length;
    const key = binaryKey(text);
    if (key !== undefined) this.report(place, key);
    const { documents, texts } = textParts(text, isSuspectText);
    for (const document of documents) this.value(document, inText(place, document));
    if (texts.length > 0 || this.traces.length === before) {
      for (const what of shapesIn(text)) this.report(place, what);
    }
    for (const part of texts) {
      for (const what of secretsInLines(part)) this.report(place, what);
    }
    for (const decoded of decodedTexts(text)) {
      if (this.isNew(decoded, place)) this.within(decoded, inEncoded(place));
    }
  }

  /** Tells whether a decoded text occurs in the same field for the first time. */
  private isNew(decoded: string, { field }: Place): boolean {
    const before = this.decoded.get(field) ?? new Set();
    if (before.has(decoded)) return false;
    this.decoded.set(field, before.add(decoded));
    return true;
  }

  private list(list: readonly unknown[], place: Place): void {
    const before = this.traces.length;
    list.forEach((item, index) => {
      this.value(item, step(place, `[${index}]`));
    });
    if (this.traces.length > before || !list.every((item) => typeof item === 'string')) return;
    if (!list.some((item) => item.startsWith('-'))) return;
    const line = list.map((item) => (/\s/.test(item) ? JSON.stringify(item) : item)).join(' ');
    for (const what of secretsInLines(line)) this.report(place, what);
  }

  private map(map: Fields, place: Place): void {
    if (isSecret(map)) this.secret(map, place);
    if (map.kind === 'SecretList') this.secrets(map.items, step(place, '.items'));
    if (isPrivateJwk(map)) this.report(place, 'a private key');
    this.pair(map, place);
    for (const [key, member] of Object.entries(map)) {
      if (isPassedOver(map, key)) continue;
      const at = step(place, fieldStep(key));
      if (key === 'auths' && isMap(member)) this.registries(member, at);
      if (key === 'chpasswd' && isMap(member)) this.accounts(member.list, step(at, '.list'));
      if (isSecretMember(map, key, member)) this.report(at, secretNamed(key));
      else this.value(withoutKeyNames(key, member), at);
    }
  }

  /** Finds secrets whose names are values themselves, as in container variables and kubeadm arguments. */
  private pair(map: Fields, place: Place): void {
    const { value } = map;
    for (const naming of NAMING) {
      const name = map[naming];
      if (typeof name !== 'string') continue;
      const last = naming === 'path' ? name.slice(name.lastIndexOf('/') + 1) : name;
      if (!isLiteralSecret(nameStrength(last), value)) continue;
      this.report(step(place, '.value'), secretNamed(last));
      return;
    }
  }

  private registries(auths: Fields, place: Place): void {
    for (const [registry, entry] of Object.entries(auths)) {
      const auth = isMap(entry) ? entry.auth : undefined;
      if (typeof auth !== 'string' || fromBase64(auth)?.includes(':') !== true) continue;
      this.report(step(step(place, fieldStep(registry)), '.auth'), 'a registry login');
    }
  }

  /** Finds accounts with passwords, as cloud-init sets them. */
  private accounts(list: unknown, place: Place): void {
    const lines = Array.isArray(list) ? list : String(list ?? '').split('\n');
    const isGiven = (line: unknown) => {
      const password = /^\s*[\w.-]+:(.+)$/.exec(String(line))?.[1] ?? '';
      return password !== 'R' && password !== 'RANDOM' && isLiteralSecret('strong', password);
    };
    if (lines.some(isGiven)) this.report(place, 'a password');
  }

  private secrets(items: unknown, place: Place): void {
    if (!Array.isArray(items)) return;
    items.filter(isMap).forEach((item, index) => {
      if (item.kind === undefined) this.secret(item, step(place, `[${index}]`));
    });
  }

  private secret(secret: Fields, place: Place): void {
    for (const { field, key, text } of literalEntries(secret)) {
      const at = step(step(place, `.${field}`), fieldStep(key));
      const documents = carriesManifests(secret) ? manifestsOf(text) : undefined;
      const before = this.traces.length;
      if (documents === undefined) this.text(text ?? '', at);
      else for (const document of documents) this.value(document, inText(at, document));
      if (documents !== undefined || this.traces.length > before) continue;
      if (text === undefined || !hasFilledIn(text)) {
        this.report(at, 'a Secret value');
      }
    }
  }

  private report({ field, text }: Place, what: string): void {
    if (text === undefined) {
      this.traces.push({ field, what });
      return;
    }
    const { within, document, way, encoded } = text;
    const whole = within === undefined ? what : `${what} in ${within}`;
    const place = [way, document].filter((part) => part !== '').join(' of ');
    const where = [place, encoded ? 'in base64' : ''].filter((part) => part !== '').join(', ');
    this.traces.push({ field, what: where === '' ? whole : `${whole} (${where})` });
  }
}

/** Splits a long text into documents, which other objects often have too. A text with template actions stays whole. */
function documentTexts(text: string): readonly string[] {
  return text.length < LONG_TEXT || text.includes('{{') ? [text] : text.split(/^---\n/m);
}

/** Finds the secrets in a text without its object, so the result is the same wherever the text occurs. */
function whatIsIn(text: string, place: Place): readonly string[] {
  const probe = new Probe();
  probe.within(text, place);
  return probe.traces.map(({ what }) => what);
}

/** Caches the result for a text that many objects can have. */
function remember(text: string, found: readonly string[]): readonly string[] {
  if (known.size >= KEPT_TEXTS || keptCharacters > MOST_KEPT) {
    known.clear();
    keptCharacters = 0;
  }
  known.set(text, found);
  keptCharacters += text.length;
  return found;
}

function isSecretMember(map: Fields, key: string, member: unknown): boolean {
  if (key === 'secret' && map.name !== undefined && typeof member === 'string') {
    return isLiteralSecret('weak', member);
  }
  if (key === 'secretKey' && 'remoteRef' in map) return false;
  if (isItself(key, member)) return false;
  return isLiteralSecret(nameStrength(key), member);
}

/** Removes key names from a reference to a Secret, because they only describe its values. */
function withoutKeyNames(key: string, member: unknown): unknown {
  if (!/secretref$/i.test(key) || !isMap(member) || typeof member.name !== 'string') return member;
  if (!isMap(member.key)) return member;
  const others = Object.entries(member.key).filter(
    ([, name]) => typeof name !== 'string' || !isNameLike(name),
  );
  return { ...member, key: Object.fromEntries(others) };
}

function isPrivateJwk({ kty, d, k }: Fields): boolean {
  return typeof kty === 'string' && (typeof d === 'string' || typeof k === 'string');
}

/** Tells whether a field is encrypted or has already been scanned. */
function isPassedOver(map: Fields, key: string): boolean {
  if (key === 'encryptedData') return map.kind === 'SealedSecret' || !('data' in map);
  return (key === 'data' || key === 'stringData') && isSecret(map);
}

function manifestsOf(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined) return undefined;
  const { documents, texts } = textParts(text);
  const isWhole = texts.every((part) => part.trim() === '' || !isSuspectText(part));
  const items = documents.flat();
  return isWhole && items.length > 0 && items.every((one) => isMap(one) && 'kind' in one)
    ? documents
    : undefined;
}

/** Returns the position of a document in the text of a field. */
function inText({ field, text, depth }: Place, document: unknown): Place {
  const within = kindOf(document) ?? text?.within;
  return {
    field,
    depth: depth + 1,
    text: {
      ...(within === undefined ? {} : { within }),
      document: nameOf(document) || (text?.document ?? ''),
      way: nameOf(document) === '' ? (text?.way ?? '') : '',
      encoded: text?.encoded ?? false,
    },
  };
}

function inEncoded({ field, text, depth }: Place): Place {
  return { field, depth: depth + 1, text: { document: '', way: '', ...text, encoded: true } };
}

function nameOf(document: unknown): string {
  if (!isMap(document) || typeof document.kind !== 'string') return '';
  const name = isMap(document.metadata) ? document.metadata.name : undefined;
  return typeof name === 'string' ? `${document.kind} ${name}` : document.kind;
}

function kindOf(document: unknown): string | undefined {
  if (!isMap(document)) return undefined;
  if (isMap(document.clouds)) return 'a clouds.yaml';
  if (document.kind === 'Config' && Array.isArray(document.users)) return 'a kubeconfig';
  return undefined;
}

function step({ field, text, depth }: Place, name: string): Place {
  if (text === undefined) return { field: glued(field, name), depth: depth + 1 };
  return { field, text: { ...text, way: glued(text.way, name) }, depth: depth + 1 };
}

function fieldStep(key: string): string {
  return /^[A-Za-z]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function glued(path: string, name: string): string {
  return path === '' && name.startsWith('.') ? name.slice(1) : path + name;
}
