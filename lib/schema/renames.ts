import type { MovedField } from './moved-fields';
import { isRecord } from './open-api';

/**
 * Returns how this version of a kind writes a field that only another version has, or undefined.
 *
 * @param fields Fields that moved between versions.
 * @param isFree Tells whether the kind has a field that is not set, given its path from the level of the unknown
 * field.
 */
export function renameFix(
  fields: readonly MovedField[],
  name: string,
  value: unknown,
  isFree: (way: readonly string[]) => boolean,
): string | undefined {
  const newer = fields.find((one) => one.older === name && isFree(one.newer));
  if (newer !== undefined) return moved([name], newer.newer, newer.inverted, value);
  const parts = fields.flatMap(({ older, newer: [first, ...rest], inverted }) => {
    const part = first === name && isFree([older]) ? partOf(value, rest) : undefined;
    return part === undefined ? [] : [moved([name, ...rest], [older], inverted, part)];
  });
  return parts.length === 0 ? undefined : parts.join(', ');
}

function moved(
  from: readonly string[],
  to: readonly string[],
  inverted = false,
  value: unknown,
): string {
  const target = to.join('.');
  if (inverted) return `write ${target}: ${value !== true} in place of ${from.join('.')}`;
  const isRename = from.length === 1 && to.length === 1;
  return `${isRename ? 'rename' : 'move'} ${from.join('.')} to ${target}`;
}

function partOf(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>((part, step) => (isRecord(part) ? part[step] : undefined), value);
}
