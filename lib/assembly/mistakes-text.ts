import { formatIssue, type Issue, issueTexts } from '../base/errors';
import { allRules } from './table';

/** Class or factory whose value nothing has taken; constructs are named by other words or within others. */
const FACTORY = /^[A-Z]\w*(\.\w+)?$/;

/** Mistake with every construct in which it was made. */
export interface FoldedMistake<T = Issue> {
  /** Mistake as it is in the first construct. */
  readonly issue: T;
  /** Construct paths, the first one first. */
  readonly paths: readonly string[];
}

/** Joins mistakes that differ in their construct alone, in the order of the first ones; those in factories stay apart. */
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

/** What is printed of mistakes, however a program is run: each with its rule and why there is one, and their number. */
export function mistakesText(issues: readonly Issue[], written?: string): string {
  const texts = foldMistakes(issues).map(mistakeText);
  return `${texts.join('\n')}\n\n${countText(issues, written)}`;
}

/** Number of mistakes, and what comes of them. */
export function countText({ length }: readonly Issue[], written = 'nothing was written'): string {
  return `${length === 1 ? '1 mistake' : `${length} mistakes`}; ${written}`;
}

/** Why there is a rule, as one sentence. */
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

/** Says in how many other constructs a mistake is; clusters are those with a path of two parts, or what is in one. */
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
