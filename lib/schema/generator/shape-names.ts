/** Location where a shape is used. */
export interface Place {
  /** The shape as text; equal shapes have equal texts. */
  readonly shape: string;
  /** Kind and fields that lead to it, each in Pascal case. */
  readonly path: readonly string[];
}

/** Last parts of a path that are too vague to name a shape that is used once. */
const VAGUE: ReadonlySet<string> = new Set(['Spec', 'Template', 'Metadata', 'Value', 'Filter']);

/** Finds the shortest free name for every shape; earlier shapes choose first. */
export function nameShapes(
  places: readonly Place[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const paths = new Map<string, (readonly string[])[]>();
  for (const { shape, path } of places) paths.set(shape, [...(paths.get(shape) ?? []), path]);
  const names = new Map<string, string>();
  const used = new Set(taken);
  for (const [shape, all] of paths) {
    const name = candidates(all).find((candidate) => !used.has(candidate)) ?? `Shape${used.size}`;
    names.set(shape, name);
    used.add(name);
  }
  return names;
}

/** Converts a field name to a part of an interface name. */
export function pascal(name: string): string {
  return name.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter) => letter.toUpperCase());
}

/** Returns the name of one item of a list. */
export function singular(name: string): string {
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}

function candidates(paths: readonly (readonly string[])[]): string[] {
  const [first = []] = paths;
  const spoken = first.filter((part, i) => part !== 'Spec' || i === first.length - 1);
  const vague = paths.length === 1 && VAGUE.has(spoken.at(-1) ?? '');
  const suffixes = spoken.map((_, i) => spoken.slice(i).join('')).reverse();
  const shared = sharedEnding(paths.map((path) => path.at(-1) ?? ''));
  return [...(shared === '' || vague ? [] : [shared]), ...(vague ? suffixes.slice(1) : suffixes)];
}

/** Returns the words that all names end with. */
function sharedEnding(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => name.match(/[A-Z]+[^A-Z]*/g) ?? []);
  if (first === '') return '';
  let count = 0;
  while (count < first.length && others.every((o) => o.at(-1 - count) === first.at(-1 - count))) {
    count += 1;
  }
  return first.slice(first.length - count).join('');
}
