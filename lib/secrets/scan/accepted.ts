import type { Issue } from '../../base/errors';
import type { CredentialFinding } from './find-credentials';

/** Credential in the manifests that is meant to be there. */
export interface AcceptedCredential {
  /** Kind and name of the object, as messages say them, such as `ConfigMap prod-eu-demo`; `*` stands for any characters. */
  readonly object: string;
  /**
   * Field of the object, as messages say it, such as `data["demo.pem"]`.
   *
   * @default - every field of the object
   */
  readonly field?: string;
  /**
   * What was found there, as messages say it, such as `a private key`. Anything else that gets there is refused then.
   *
   * @default - whatever is found there
   */
  readonly found?: string;
  /**
   * Construct path of the cluster, pool or addon that the object is from, or of what that is in; of an object in a chart,
   * the file.
   *
   * @default - the whole fleet
   */
  readonly within?: string;
  /** Why whoever may read the repository may have it: a sentence of at least three words and 20 characters. */
  readonly reason: string;
}

/** Identifier of the rule that every accepted credential has its reason. */
const REASON_RULE = 'accepted-credential-reason';

/** Identifier of the rule that every accepted credential is there. */
const STALE_RULE = 'accepted-credential-stale';

const SHORTEST_REASON = 20;
const FEWEST_WORDS = 3;

/** Credentials of a fleet that are meant, and whether each of them is there. */
export class AcceptedCredentials {
  private readonly used = new Set<AcceptedCredential>();
  private found = 0;

  constructor(private readonly all: readonly AcceptedCredential[]) {}

  /** How many findings were accepted so far. */
  get count(): number {
    return this.found;
  }

  /** Tells whether a finding is meant. */
  accepts(path: string, object: string, finding: CredentialFinding): boolean {
    const fitting = this.all.filter((one) => fits(one, path, object, finding));
    for (const one of fitting) this.used.add(one);
    if (fitting.length > 0) this.found += 1;
    return fitting.length > 0;
  }

  /** Mistakes in what is said of them. */
  issues(): Issue[] {
    return this.all.filter(({ reason }) => !isReason(reason)).map(noReason);
  }

  /** Those that nothing was found for, once all objects have been looked at. */
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
    fix: 'say why whoever may read the repository may have it',
    rule: REASON_RULE,
  };
}

function stale({ object, field, found, within }: AcceptedCredential): Issue {
  const place = { object, field, found, within };
  return {
    path: 'Fleet',
    prop: 'acceptCredential',
    given: Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
    allowed: 'object and field of a credential that is in the manifests, as its message says them',
    fix: 'leave it out: there is no such credential any more',
    rule: STALE_RULE,
  };
}
