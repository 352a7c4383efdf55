import { formatIssue } from '../../lib/base/errors';
import { placed, refusalOf } from '../../lib/input/refusals';

/** What is wrong with a value that was refused, as messages have it; empty for a sound one. */
export function refusedText(value: object): string {
  const refusal = refusalOf(value);
  if (refusal === undefined) return '';
  const { maker, mistakes } = refusal;
  return mistakes.map((mistake) => formatIssue(placed(mistake, maker, ''))).join('\n');
}
