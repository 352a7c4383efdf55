import type { Finding, Issue } from '../errors';

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

/** Collects what rules report. */
export class Findings {
  /** Everything reported so far. */
  readonly issues: Issue[] = [];
  private rule = '';

  /** Runs rules over a subject. */
  run<S>(rules: readonly Rule<S>[], subject: S): void {
    for (const rule of rules) {
      this.rule = rule.id;
      rule.check(subject, this.refuse);
    }
  }

  private readonly refuse: Refuse = (place, finding) => {
    this.issues.push({ ...place, ...finding, rule: this.rule });
  };
}
