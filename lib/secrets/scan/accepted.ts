import type { Issue } from '../../base/errors';
import type { CredentialFinding } from './find-credentials';

/** Credential in the manifests that is intended. */
export interface AcceptedCredential {
  /** Kind and name of the object, as in messages, such as `ConfigMap prod-eu-demo`; `*` matches any characters. */
  readonly object: string;
  /**
   * Field of the object, as in messages, such as `data["demo.pem"]`.
   *
   * @default - every field of the object
   */
  readonly field?: string;
  /**
   * What was found there, as in messages, such as `a private key`. Anything else in that place is then refused.
   *
   * @default - anything that is found there
   */
  readonly found?: string;
  /**
   * Construct path of the cluster, pool or addon that the object comes from, or of one of its parents. For an object in a
   * chart, the file.
   *
   * @default - the whole fleet
   */
  readonly within?: string;
  /** Why anyone who can read the repository may have it: a sentence of at least three words and 20 characters. */
  readonly reason: string;
}

/** Identifier of the rule that every accepted credential has a reason. */
const REASON_RULE = 'accepted-credential-reason';

/** Identifier of the rule that every accepted credential exists. */
const STALE_RULE = 'accepted-credential-stale';

const SHORTEST_REASON = 20;
const FEWEST_WORDS = 3;

/** Intended credentials of a fleet, and whether each of them exists. */
export class AcceptedCredentials {
  private readonly used = new Set<AcceptedCredential>();
  private found = 0;

  constructor(private readonly all: readonly AcceptedCredential[]) {}

  /** Number of findings accepted so far. */
  get count(): number {
    return this.found;
  }

  /** Tells whether a finding is intended. */
  accepts(path: string, object: string, finding: CredentialFinding): boolean {
    const fitting = this.all.filter((one) => fits(one, path, object, finding));
    for (const one of fitting) this.used.add(one);
    if (fitting.length > 0) this.found += 1;
    return fitting.length > 0;
  }

  /** Returns the mistakes in the accepted credentials. */
  issues(): Issue[] {
    return this.all.filter(({ reason }) => !isReason(reason)).map(noReason);
  }

  /** Returns an issue for each accepted credential without a finding, once all objects have been scanned. */
  staleIssues(): Issue[] {
    return this.all.filter((one) => !this.used.has(one)).map(stale);
  }
}

function fits(
  one: AcceptedCredential,
  path: string,
  object: string,
  { field, given }: CredentialFinding,
): boolean {
  return (
    isLike(one.object, object) &&
    (one.field === undefined || one.field === field) &&
    (one.found === undefined || one.found === given) &&
    (one.within === undefined || path === one.within || path.startsWith(`${one.within}/`))
  );
}

function isLike(pattern: string, text: string): boolean {
  const [first = '', ...parts] = String(pattern).split('*');
  if (parts.length === 0) return pattern === text;
  const last = parts.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts) {
    const next = text.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return at <= text.length - last.length;
}

function isReason(reason: unknown): boolean {
  if (typeof reason !== 'string') return false;
  const words = new Set(reason.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
  return reason.trim().length >= SHORTEST_REASON && words.size >= FEWEST_WORDS;
}

function noReason({ object, reason }: AcceptedCredential): Issue {
  return {
    path: 'Fleet',
    prop: `acceptCredential(${JSON.stringify(object)}).reason`,
    ...(reason === undefined ? {} : { given: reason }),
    allowed: `a sentence of at least ${FEWEST_WORDS} words and ${SHORTEST_REASON} characters`,
    fix: 'explain why anyone who can read the repository may have it',
    rule: REASON_RULE,
  };
}

function stale({ object, field, found, within }: AcceptedCredential): Issue {
  const place = { object, field, found, within };
  return {
    path: 'Fleet',
    prop: 'acceptCredential',
    given: Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
    allowed: 'object and field of a credential in the manifests, as in its message',
    fix: 'leave it out: there is no such credential anymore',
    rule: STALE_RULE,
  };
}
