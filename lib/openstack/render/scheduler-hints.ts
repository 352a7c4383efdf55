import { type Fields, sortedEntries } from '../../base/fields';

/** Renders hints to Nova's scheduler, each with the type of its value. */
export function schedulerHints(
  hints: Readonly<Record<string, string | number | boolean>> | undefined,
): readonly Fields[] | undefined {
  if (hints === undefined) return undefined;
  return sortedEntries(hints).map(([name, value]) => ({ name, value: typed(value) }));
}

function typed(value: string | number | boolean): Fields {
  if (typeof value === 'boolean') return { type: 'Bool', bool: value };
  if (typeof value === 'number') return { type: 'Number', number: value };
  return { type: 'String', string: value };
}
