import type { Finding } from '../errors';
import type { Manifest } from '../model/addon';
import { isShared } from '../model/shared';

/** Words of which one stands in every text in which a trace is found. */
const SUSPECT =
  /PRIVATE KEY-----|password|application[_-]credential[_-]secret|client-key-data|kind: Secret|Secret\\?"/;

/** Characters of the shortest text in which a trace is found. */
const SHORTEST = 10;

const LONG_TEXT = 2_000;
const KEPT_LONG_TEXTS = 64;
const longTexts = new Map<string, boolean>();

/** Data that many objects have in common, in which nothing is suspect. */
const harmless = new WeakSet<object>();

const TRACES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  {
    what: 'a clouds.yaml with credentials',
    pattern: /^\s*clouds:\s*$[\s\S]*?\b(password|application_credential_secret)["']?\s*:\s*\S/m,
  },
  {
    what: 'a cloud.conf with credentials',
    pattern: /^\s*(application-credential-secret|password)\s*=\s*\S/m,
  },
  { what: 'a kubeconfig with a client key', pattern: /\bclient-key-data["']?\s*:\s*\S/ },
];

const JSON_CLOUDS = /"clouds"\s*:\s*\{[\s\S]*?"(password|application_credential_secret)"\s*:\s*"/;

const CACHED_TEXTS = 64;
const nested = new Map<string, string | undefined>();

/** A credential found in an object, and where. */
export interface CredentialFinding extends Finding {
  /** Field of the object, such as `data["clouds.yaml"]`. */
  readonly field: string;
  /** What it is, in words. */
  readonly given: string;
}

const FINE: readonly CredentialFinding[] = Object.freeze([]);

/** Tells whether a text may hold a credential, so that the objects in it are worth a closer look. */
export function maySpillCredentials(text: string): boolean {
  return SUSPECT.test(text);
}

/** Finds credentials in plain text, also behind base64 in Secrets and inside payloads. */
export function findCredentials(manifest: Manifest): readonly CredentialFinding[] {
  const secret = manifest.kind === 'Secret';
  if (!secret && !isSuspect(manifest)) return FINE;
  const findings: CredentialFinding[] = [];
  visit(manifest, '', false, findings);
  return findings;
}

/** Tells quickly whether some text in a value is worth a closer look. */
function isSuspect(value: unknown): boolean {
  if (typeof value === 'string') return isSuspectText(value);
  if (typeof value !== 'object' || value === null || harmless.has(value)) return false;
  if (Array.isArray(value)) return value.some(isSuspect);
  if ('kind' in value && value.kind === 'Secret') return true;
  for (const key in value) {
    if (isSuspect((value as Readonly<Record<string, unknown>>)[key])) return true;
  }
  if (isShared(value)) harmless.add(value);
  return false;
}

function isSuspectText(text: string): boolean {
  if (text.length < SHORTEST) return false;
  if (text.length < LONG_TEXT) return maySpillCredentials(text);
  const known = longTexts.get(text);
  if (known !== undefined) return known;
  const suspect = maySpillCredentials(text);
  if (longTexts.size >= KEPT_LONG_TEXTS) longTexts.clear();
  longTexts.set(text, suspect);
  return suspect;
}

function visit(
  value: unknown,
  field: string,
  secret: boolean,
  findings: CredentialFinding[],
): void {
  if (typeof value === 'string') {
    const what = traceIn(value) ?? (secret ? traceIn(decoded(value)) : undefined);
    if (what !== undefined) findings.push(finding(field, what));
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      visit(item, `${field}[${index}]`, secret, findings);
    });
  } else if (typeof value === 'object' && value !== null) {
    const holds = secret || ('kind' in value && value.kind === 'Secret');
    for (const [key, member] of Object.entries(value)) {
      const step = /^[A-Za-z]\w*$/.test(key) ? key : `[${JSON.stringify(key)}]`;
      visit(
        member,
        field === '' || step.startsWith('[') ? field + step : `${field}.${step}`,
        holds,
        findings,
      );
    }
  }
}

function traceIn(text: string): string | undefined {
  if (JSON_CLOUDS.test(text)) return 'a clouds.yaml with credentials';
  const trace = TRACES.find(({ pattern }) => pattern.test(text));
  return trace === undefined ? nestedTrace(text) : trace.what;
}

/** Looks into the Secrets of a text of YAML documents, and into those of texts that its objects carry. */
function nestedTrace(text: string): string | undefined {
  if (!/["']?kind["'\\]*:\s*["'\\]*Secret\b/.test(text)) return undefined;
  const known = nested.get(text);
  if (known !== undefined || nested.has(text)) return known;
  const findings: CredentialFinding[] = [];
  for (const document of documentsOf(text)) {
    if (typeof document === 'object') visit(document, '', false, findings);
  }
  const trace = findings[0]?.given;
  if (nested.size >= CACHED_TEXTS) nested.clear();
  nested.set(text, trace);
  return trace;
}

/** Documents of a text; none where it is no YAML, which other checks refuse where that matters. */
function documentsOf(text: string): readonly unknown[] {
  const { loadAll, YAMLException } = require('js-yaml') as typeof import('js-yaml');
  try {
    return loadAll(text);
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
}

function decoded(value: string): string {
  return /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value) ? Buffer.from(value, 'base64').toString() : '';
}

function finding(field: string, what: string): CredentialFinding {
  return {
    field,
    given: what,
    allowed: 'references to credentials, or CloudCredentials.plaintextInManifests',
    fix: 'keep it in a Secret of the management cluster and name that, as CloudCredentials.fromSecret does',
  };
}
