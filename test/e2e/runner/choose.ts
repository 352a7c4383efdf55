import { createHash } from 'node:crypto';
import type { Suite } from '../suites';

/** What a choice of suites is made from. */
export interface Situation {
  /** Files that changed, relative to the root; undefined where nothing tells. */
  readonly changed: readonly string[] | undefined;
  /** Minutes that the suites may take together; the core runs in any case. */
  readonly minutes: number;
  /** Commit that is tested: it decides whose turn it is where `changed` is unknown. */
  readonly commit: string;
  /** Files that belong to a suite itself. */
  readonly filesOf: (suite: Suite) => readonly string[];
}

/** Suite with the reason why it runs or does not. */
export interface Chosen {
  readonly suite: Suite;
  readonly reason: string;
}

/** Suites of a run, and those that were left out. */
export interface Choice {
  readonly run: readonly Chosen[];
  readonly left: readonly Chosen[];
}

/** Chooses the core, then what a change touches most, as far as it fits into the minutes. */
export function choose(suites: readonly Suite[], situation: Situation): Choice {
  const core = suites.filter(({ ring }) => ring === 'core');
  const run: Chosen[] = core.map((suite) => ({ suite, reason: 'core' }));
  const left: Chosen[] = [];
  let rest = situation.minutes - sum(core);
  for (const { suite, reason, weight } of candidates(suites, situation)) {
    if (weight === 0) {
      left.push({ suite, reason });
    } else if (suite.minutes > rest) {
      left.push({ suite, reason: `${reason}, no room in ${situation.minutes} minutes` });
    } else {
      rest -= suite.minutes;
      run.push({ suite, reason });
    }
  }
  return { run, left };
}

/** Minutes of some suites together. */
export function sum(suites: readonly Suite[]): number {
  return suites.reduce((total, { minutes }) => total + minutes, 0);
}

interface Candidate extends Chosen {
  /** Zero where the suite is not wanted. */
  readonly weight: number;
}

function candidates(suites: readonly Suite[], situation: Situation): readonly Candidate[] {
  const { changed, commit } = situation;
  const others = suites.filter(({ ring }) => ring !== 'core');
  const weighed = others.map((suite): Candidate => {
    if (suite.ring === 'long') return { suite, reason: 'long ring', weight: 0 };
    if (changed === undefined) return { suite, reason: 'its turn', weight: turn(suite, commit) };
    const weight = touched(suite, changed, situation.filesOf(suite));
    const reason = weight === 0 ? 'nothing that it covers changed' : `${weight} files changed`;
    return { suite, reason, weight };
  });
  return weighed.sort((one, other) => other.weight - one.weight);
}

function touched(suite: Suite, changed: readonly string[], own: readonly string[]): number {
  const covered = (file: string) =>
    own.includes(file) || suite.covers.some((path) => file === path || file.startsWith(`${path}/`));
  return changed.filter(covered).length;
}

/** Number from 1 on, another for each commit, so that every suite has its turn in the long run. */
function turn({ name }: Suite, commit: string): number {
  return 1 + createHash('sha256').update(`${commit} ${name}`).digest().readUInt32BE();
}
