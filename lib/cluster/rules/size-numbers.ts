import { write } from '../../base/fix';
import { tryParseBytes } from '../../base/quantity';
import type { Refuse } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import type { CloudModel } from '../model/cloud';

/**
 * Reports machine sizes whose CPUs, memory or disk are invalid.
 *
 * @param prop Prop of the cloud that lists them.
 */
export function refuseSizeNumbers(
  { path, sizes }: Pick<CloudModel, 'path' | 'sizes'>,
  prop: string,
  refuse: Refuse,
): void {
  for (const [name, { cpus, memory, disk }] of Object.entries(sizes)) {
    const at = (key: string) => ({ path, prop: `${prop}[${JSON.stringify(name)}].${key}` });
    if (!isWholeNumber(cpus, 1)) {
      refuse(at('cpus'), { given: cpus, allowed: integerWords(cpus, 1), fix: write(1) });
    }
    for (const [key, text] of Object.entries({ memory, disk })) {
      if (tryParseBytes(text) !== undefined) continue;
      refuse(at(key), { given: text, allowed: 'a quantity, such as "4Gi"', fix: write('4Gi') });
    }
  }
}
