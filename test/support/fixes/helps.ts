import { formatIssue, type Issue } from '../../../lib/errors';

/** Mistakes that come to light once others are mended, by the rule of those. */
const UNCOVERED: Readonly<Record<string, readonly string[]>> = {
  // Room is counted in ranges that can be read.
  'range-readable': ['node-range-room'],
};

/** Mistakes that are new after a change, the mended one still being there among them. */
export function newIssues(
  before: readonly Issue[],
  mended: Issue,
  after: readonly Issue[],
): readonly string[] {
  const left = before.filter((issue) => issue !== mended).map(placeOf);
  return after
    .filter((issue) => {
      const at = left.indexOf(placeOf(issue));
      if (at >= 0) left.splice(at, 1);
      return at < 0 && UNCOVERED[mended.rule]?.includes(issue.rule) !== true;
    })
    .map(formatIssue);
}

/** Rule and place, whatever the place in a list. */
function placeOf({ rule, path, prop }: Issue): string {
  return [rule, path, prop.replace(/\[\d+\]/g, '[]')].join(' ');
}
