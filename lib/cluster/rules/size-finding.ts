import type { Finding } from '../../base/errors';
import { write } from '../../base/fix';
import { closestWord, quotedList } from '../../base/words';
import type { CloudModel } from '../model/cloud';

/** Terms of a cloud for its machine sizes. */
export interface SizeWords {
  /** Term for one of them, such as `a size`. */
  readonly one: string;
  /** Prop of the cloud that lists them. */
  readonly prop: string;
}

/** Describes what is wrong with a size that the cloud does not have. */
export function sizeFinding(
  { sizes, path }: Pick<CloudModel, 'sizes' | 'path'>,
  size: string,
  { one, prop }: SizeWords,
): Finding | undefined {
  if (Object.hasOwn(sizes, size)) return undefined;
  const known = Object.keys(sizes);
  const close = closestWord(size, known);
  const more = `add ${JSON.stringify(size)} to the ${prop} of ${path}`;
  return {
    given: size,
    allowed:
      known.length === 0
        ? `${one} of ${path}, which has none`
        : `${one} of ${path}: ${quotedList(known)}`,
    fix: close === undefined ? more : write(close, { or: more }),
  };
}
