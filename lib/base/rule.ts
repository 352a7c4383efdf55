import { type Finding, formatIssue, type Issue } from './errors';
import { ruleFailed } from './failure';
import { IncompleteError } from './incomplete';
import { isMap } from './is-map';
import { areTimed, inRule } from './time-spent';

/** Location of a mistake: the construct that the user built, and the prop that they typed. */
export interface Place {
  /** Construct path. */
  readonly path: string;
  /** Prop of that construct. */
  readonly prop: string;
}

/** Reports one mistake. */
export type Refuse = (place: Place, finding: Finding) => void;

/** Facts about a rule that are known without running it. */
export interface RuleFacts {
  /** Name of the rule, words joined by dashes. */
  readonly id: string;
  /** What goes wrong if the rule is broken, in one sentence. */
  readonly reason: string;
  /** Public source of the reason, `project@version:path`. */
  readonly source: string;
}

/** A check, with the reason for it. */
export interface Rule<S> extends RuleFacts {
  /** Reports every mistake of one subject; never throws. */
  check(subject: S, refuse: Refuse): void;
}

/** Rules that apply only to some subjects. */
export interface RuleGroup<S> {
  /** Tells whether the rules could find anything; cheaper than running them. */
  applies(subject: S): boolean;
  /** Rules of the group. */
  readonly rules: readonly Rule<S>[];
}

/** Collects the findings of rules. */
export class Findings {
  /** Everything reported so far. */
  readonly issues: Issue[] = [];
  private rule = '';
  private prefix = '';

  /** Runs rules over a subject. If the subject is a prop, its name prefixes the props of its findings. */
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

  /** Reports an error of one rule without hiding the findings of others; use of an incomplete part is not reported. */
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
    // This throws for an issue that quotes an incomplete part.
    formatIssue(issue);
    this.issues.push(issue);
  };
}

/** Returns the construct path of a rule's subject. */
function pathOf(subject: unknown): string {
  if (!isMap(subject)) return 'Fleet';
  const [own] = ['machine', 'pool', 'controlPlane', 'addon', 'cluster']
    .map((key) => subject[key])
    .filter(isMap);
  const path = own?.path ?? subject.path;
  return typeof path === 'string' ? path : 'Fleet';
}

/** Returns a group of rules that run over every subject. */
export function always<S>(...rules: readonly Rule<S>[]): RuleGroup<S> {
  return { applies: () => true, rules };
}

/** Returns a group of rules that run over the subjects they apply to. */
export function when<S>(
  applies: (subject: S) => boolean,
  ...rules: readonly Rule<S>[]
): RuleGroup<S> {
  return { applies, rules };
}
/** Returns a group of rules on a part of the subject, such as the Secrets of a cluster. */
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
