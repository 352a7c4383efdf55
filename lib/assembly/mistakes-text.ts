import { formatIssue, type Issue, issueTexts } from '../base/errors';
import { allRules } from './table';

/** Class or factory whose value was not used; constructs have other names or lie within others. */
const FACTORY = /^[A-Z]\w*(\.\w+)?$/;

/** A mistake with every construct that has it. */
export interface FoldedMistake<T = Issue> {
  /** The mistake in the first construct. */
  readonly issue: T;
  /** Construct paths, first one first. */
  readonly paths: readonly string[];
}

/**
 * Merges mistakes that differ only in their construct, in the order of the first ones; those in factories stay
 * separate.
 */
export function foldMistakes<T extends Issue>(issues: readonly T[]): readonly FoldedMistake<T>[] {
  const folded = new Map<string, { issue: T; paths: string[] }>();
  for (const issue of issues) {
    const { path, ...texts } = issueTexts(issue);
    const key = JSON.stringify([issue.rule, texts, FACTORY.test(path) ? path : '']);
    const known = folded.get(key);
    if (known === undefined) folded.set(key, { issue, paths: [issue.path] });
    else if (!known.paths.includes(issue.path)) known.paths.push(issue.path);
  }
  return [...folded.values()];
}

/** Returns the printed text of mistakes: each with its rule and reason, and their number. */
export function mistakesText(issues: readonly Issue[], written?: string): string {
  const texts = foldMistakes(issues).map(mistakeText);
  return `${texts.join('\n')}\n\n${countText(issues, written)}`;
}

/** Returns the number of mistakes and their consequence. */
export function countText({ length }: readonly Issue[], written = 'nothing was written'): string {
  return `${length === 1 ? '1 mistake' : `${length} mistakes`}; ${written}`;
}

/** Returns the reason of a rule, as one sentence. */
export function reasonOf(rule: string): string | undefined {
  reasons ??= new Map(allRules().map(({ id, reason }) => [id, reason]));
  return reasons.get(rule);
}

let reasons: ReadonlyMap<string, string> | undefined;

function mistakeText({ issue, paths }: FoldedMistake): string {
  const { rule } = issue;
  const reason = reasonOf(rule);
  const why = reason === undefined ? `[${rule}]` : `${reason} [${rule}]`;
  const others = othersText(paths);
  return [formatIssue(issue), `  why: ${why}`, ...(others === undefined ? [] : [others])].join(
    '\n',
  );
}

/** Says how many other constructs have a mistake; they count as clusters if their paths have at least two parts. */
function othersText(paths: readonly string[]): string | undefined {
  const others = paths.length - 1;
  if (others === 0) return undefined;
  const clusters = new Set(paths.map(clusterIn));
  const isInClusters = clusters.size === paths.length && !clusters.has(undefined);
  const noun = isInClusters ? 'cluster' : 'place';
  return `  … and ${others} more ${noun}${others === 1 ? '' : 's'}`;
}

function clusterIn(path: string): string | undefined {
  const [management, cluster] = path.split('/');
  return cluster === undefined ? undefined : `${management}/${cluster}`;
}
