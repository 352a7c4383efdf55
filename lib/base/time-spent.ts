/** Time that some work took. */
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

/** Kinds of work that are measured. */
type Work = 'phase' | 'rule';

/** Where a synth spends its time; nested work is not counted for the work around it. */
export class TimeSpent {
  private readonly sums: Readonly<Record<Work, Map<string, Sum>>> = {
    phase: new Map(),
    rule: new Map(),
  };
  /** Milliseconds of the phases within each running phase. */
  private readonly within: number[] = [];

  /** Runs and measures a phase. */
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

  /** Runs and measures a rule, which also counts for its phase. */
  rule<T>(name: string, work: () => T): T {
    const began = performance.now();
    try {
      return work();
    } finally {
      this.add('rule', name, performance.now() - began);
    }
  }

  /** Returns the measured work, longest first. */
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

/** Measures everything that runs until the work ends, and returns the result of the work. */
export function withTimes<T>(times: TimeSpent, work: () => T): T {
  const before = current;
  current = times;
  try {
    return work();
  } finally {
    current = before;
  }
}

/** Runs a phase and measures it if times are collected. */
export function inPhase<T>(name: string, work: () => T): T {
  return current === undefined ? work() : current.phase(name, work);
}

/** Tells whether times are collected. */
export function areTimed(): boolean {
  return current !== undefined;
}

/** Runs a rule and measures it if times are collected. */
export function inRule<T>(name: string, work: () => T): T {
  return current === undefined ? work() : current.rule(name, work);
}
