import { type Finding, formatIssue, type Issue } from './errors';
import { ruleFailed } from './failure';
import { IncompleteError } from './incomplete';
import { isMap } from './is-map';
import { areTimed, inRule } from './time-spent';

/** Where a mistake is: the construct that the user built, and the prop that they typed. */
export interface Place {
  /** Construct path. */
  readonly path: string;
  /** Prop of that construct. */
  readonly prop: string;
}

/** Reports one mistake. */
export type Refuse = (place: Place, finding: Finding) => void;

/** What is known of a rule without running it. */
export interface RuleFacts {
  /** Name of the rule, in words joined by dashes. */
  readonly id: string;
  /** What goes wrong where the rule is broken, as one sentence. */
  readonly reason: string;
  /** Public source that says so, `project@version:path`. */
  readonly source: string;
}

/** A check of something, with the reason for it. */
export interface Rule<S> extends RuleFacts {
  /** Reports every mistake of one subject; never throws. */
  check(subject: S, refuse: Refuse): void;
}

/** Rules that have something to look at only where a subject has something to show. */
export interface RuleGroup<S> {
  /** Tells whether the rules could find anything, more quickly than they would. */
  applies(subject: S): boolean;
  /** Rules of the group. */
  readonly rules: readonly Rule<S>[];
}

/** Collects what rules report. */
export class Findings {
  /** Everything reported so far. */
  readonly issues: Issue[] = [];
  private rule = '';
  private prefix = '';

  /** Runs rules over a subject, which may be a prop itself, by whose name its own begin. */
  run<S>(groups: readonly RuleGroup<S>[], subject: S, prefix = ''): void {
    this.prefix = prefix;
    for (const group of groups) {
      if (!this.applies(group, subject)) continue;
      for (const rule of group.rules) this.check(rule, subject);
    }
  }

  private applies<S>(group: RuleGroup<S>, subject: S): boolean {
    try {
      return group.applies(subject);
    } catch (error) {
      this.failed(subject, group.rules[0]?.id ?? '', error);
      return false;
    }
  }

  private check<S>(rule: Rule<S>, subject: S): void {
    this.rule = rule.id;
    try {
      if (areTimed()) inRule(rule.id, () => rule.check(subject, this.refuse));
      else rule.check(subject, this.refuse);
    } catch (error) {
      this.failed(subject, rule.id, error);
    }
  }

  /** Lets no error of one rule hide what others find; what looks at an incomplete part finds nothing. */
  private failed(subject: unknown, rule: string, error: unknown): void {
    if (error instanceof IncompleteError) return;
    this.issues.push(ruleFailed(pathOf(subject), rule, error));
  }

  private readonly refuse: Refuse = (place, finding) => {
    const issue = {
      ...place,
      prop: `${this.prefix}${place.prop}`,
      ...finding,
      rule: this.rule,
    };
    // An issue that says something of an incomplete part cannot be written.
    formatIssue(issue);
    this.issues.push(issue);
  };
}

/** Construct path of what rules look at. */
function pathOf(subject: unknown): string {
  if (!isMap(subject)) return 'Fleet';
  const [own] = ['machine', 'pool', 'controlPlane', 'addon', 'cluster']
    .map((key) => subject[key])
    .filter(isMap);
  const path = own?.path ?? subject.path;
  return typeof path === 'string' ? path : 'Fleet';
}

/** Group of rules that are run over everything. */
export function always<S>(...rules: readonly Rule<S>[]): RuleGroup<S> {
  return { applies: () => true, rules };
}

/** Group of rules that are run over what has something for them. */
export function when<S>(
  applies: (subject: S) => boolean,
  ...rules: readonly Rule<S>[]
): RuleGroup<S> {
  return { applies, rules };
}
/** Group of rules on something that a subject leads to, such as the Secrets of a cluster. */
export function about<S extends object, T>(
  partOf: (subject: S) => T,
  group: RuleGroup<T>,
): RuleGroup<S> {
  const known = new WeakMap<S, { readonly part: T }>();
  const part = (subject: S): T => {
    const found = known.get(subject) ?? { part: partOf(subject) };
    known.set(subject, found);
    return found.part;
  };
  return {
    applies: (subject) => group.applies(part(subject)),
    rules: group.rules.map(({ check, ...facts }) => ({
      ...facts,
      check: (subject, refuse) => check(part(subject), refuse),
    })),
  };
}
