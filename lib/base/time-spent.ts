/** What some work has taken. */
export interface Spent {
  /** Milliseconds. */
  readonly milliseconds: number;
  /** Number of times that the work was done. */
  readonly times: number;
}

interface Sum {
  milliseconds: number;
  times: number;
}

/** Kinds of work that are told apart. */
type Work = 'phase' | 'rule';

/** Where a synth spends its time; work that is done within other work counts for itself alone. */
export class TimeSpent {
  private readonly sums: Readonly<Record<Work, Map<string, Sum>>> = {
    phase: new Map(),
    rule: new Map(),
  };
  /** Milliseconds of phases within each phase that is under way. */
  private readonly within: number[] = [];

  /** Does work of a phase. */
  phase<T>(name: string, work: () => T): T {
    const began = performance.now();
    this.within.push(0);
    try {
      return work();
    } finally {
      const took = performance.now() - began;
      this.add('phase', name, took - (this.within.pop() ?? 0));
      const around = this.within.length - 1;
      if (around >= 0) this.within[around] = (this.within[around] ?? 0) + took;
    }
  }

  /** Runs a rule, which counts for its phase too. */
  rule<T>(name: string, work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.add('rule', name, performance.now() - began);
    }
  }

  /** What work has taken, the longest first. */
  longest(work: Work): readonly (readonly [name: string, spent: Spent])[] {
    return [...this.sums[work]].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
  }

  private add(work: Work, name: string, milliseconds: number): void {
    const sum = this.sums[work].get(name) ?? { milliseconds: 0, times: 0 };
    sum.milliseconds += milliseconds;
    sum.times += 1;
    this.sums[work].set(name, sum);
  }
}

let current: TimeSpent | undefined;

/** Takes the time of everything that is done until the work ends; gives what the work gives. */
export function withTimes<T>(times: TimeSpent, work: () => T): T {
  const before = current;
  current = times;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** Does work of a phase, whose time is taken where somebody wants it. */
export function inPhase<T>(name: string, work: () => T): T {
  return current === undefined ? work() : current.phase(name, work);
}

/** Tells whether somebody wants to know how long rules take. */
export function areTimed(): boolean {
  return current !== undefined;
}

/** Runs a rule, whose time is taken where somebody wants it. */
export function inRule<T>(name: string, work: () => T): T {
  return current === undefined ? work() : current.rule(name, work);
}
