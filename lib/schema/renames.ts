import {
  MOVED_CORE_FIELDS,
  type MovedField,
  RENAMED_FIELDS,
} from '../cluster/model/renamed-fields';
import { isRecord } from './open-api';

const FIELDS: readonly MovedField[] = [...RENAMED_FIELDS, ...MOVED_CORE_FIELDS];

/**
 * Says how a version of a kind writes a field that only another version has, or undefined where none has it.
 *
 * @param isFree Tells whether the kind has a field, at the end of a way from where the name was found, and it is not set.
 */
export function renameFix(
  name: string,
  value: unknown,
  isFree: (way: readonly string[]) => boolean,
): string | undefined {
  const newer = FIELDS.find((one) => one.older === name && isFree(one.newer));
  if (newer !== undefined) return moved([name], newer.newer, newer.inverted, value);
  const parts = FIELDS.flatMap(({ older, newer: [first, ...rest], inverted }) => {
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
