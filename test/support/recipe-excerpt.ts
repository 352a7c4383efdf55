import assert from 'node:assert/strict';
import { isMap } from '../../lib/base/is-map';
import { emitDocuments } from '../../lib/output/emit-yaml';
import { objectOf, type RecipeObject } from './recipes';

/** Step into a value: the key of a map, or fields of the wanted members of a list. */
export type Step = string | Readonly<Record<string, string>>;

/** Part of an object that a page shows, besides what identifies the object. */
export interface Excerpt {
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object, if there are several of its kind; hashes at the end of names vary. */
  readonly name?: string | RegExp;
  /** Ways to the values that are shown; a text is a way of keys with dots between them. */
  readonly keep: readonly (string | readonly Step[])[];
}

/** Returns the YAML of excerpts, one document each. */
export function excerptText(recipe: string, excerpts: readonly Excerpt[]): string {
  return emitDocuments(
    excerpts.map((excerpt) => {
      const object = objectOf(recipe, excerpt.kind, excerpt.name);
      const ways = excerpt.keep.map((way) => (typeof way === 'string' ? way.split('.') : way));
      for (const way of ways) assert.ok(hasValue(object, way), `${recipe}: ${JSON.stringify(way)}`);
      return pruned(object, [...identity(object), ...ways]);
    }),
  );
}

function identity({ metadata }: RecipeObject): readonly (readonly Step[])[] {
  const place = isMap(metadata) && 'namespace' in metadata ? [['metadata', 'namespace']] : [];
  return [['apiVersion'], ['kind'], ['metadata', 'name'], ...place];
}

/** Value with only what the ways lead to, in its own order. */
function pruned(value: unknown, ways: readonly (readonly Step[])[]): unknown {
  if (ways.some((way) => way.length === 0)) return value;
  if (Array.isArray(value)) {
    return value.flatMap((member) => {
      const inner = ways.filter(([step]) => isWanted(member, step)).map((way) => way.slice(1));
      return inner.length === 0 ? [] : [pruned(member, inner)];
    });
  }
  assert.ok(isMap(value));
  const entries = Object.entries(value).flatMap(([key, member]) => {
    const inner = ways.filter(([step]) => step === key).map((way) => way.slice(1));
    return inner.length === 0 ? [] : [[key, pruned(member, inner)] as const];
  });
  return Object.fromEntries(entries);
}

function isWanted(member: unknown, step: Step | undefined): boolean {
  if (typeof step !== 'object' || !isMap(member)) return false;
  return Object.entries(step).every(([key, wanted]) => member[key] === wanted);
}

function hasValue(value: unknown, [step, ...rest]: readonly Step[]): boolean {
  if (step === undefined) return true;
  if (Array.isArray(value)) {
    return value.some((member) => isWanted(member, step) && hasValue(member, rest));
  }
  if (typeof step !== 'string' || !isMap(value) || !(step in value)) return false;
  return hasValue(value[step], rest);
}
