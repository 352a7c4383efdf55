import { stripVTControlCharacters } from 'node:util';
import { masked } from '../base/masking/mask';

const MOST_LINES = 12;
const NOISE =
  /^(warning:|error: (update|preview|destroy) failed|\d+ errors? occurred:|error: 1 error occurred:|at |\{|\}|\[|pulumi:pulumi:Stack)/;

/** Diagnostics in the output of Pulumi, or all of it if there are none, without repetitions and secrets. */
export function engineError(message: string): string {
  const plain = masked(stripVTControlCharacters(message));
  const [, diagnostics] = plain.split(/^Diagnostics:$/m);
  const part = (diagnostics ?? plain).split(/^(?:Outputs|Resources|Duration):?/m)[0] ?? '';
  const lines = part
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '' && !NOISE.test(line.trim()));
  const short = [...new Set(lines.length === 0 ? [plain] : lines)].slice(0, MOST_LINES);
  const indent = Math.min(...short.map((line) => /^ */.exec(line)?.[0].length ?? 0));
  return short.map((line) => `  ${line.slice(indent)}`).join('\n');
}
