import { notProps } from '../../../lib/assembly/not-props';
import { remembered } from '../../../lib/base/remembered';
import type { NotProps } from '../../../lib/schema/not-props/not-prop';
import type { Versions } from '../random/random-program';
import type { KindFields } from './written-fields';

/** What is said of a leaf that no prop writes; undefined where nothing is. */
export function reasonOf(
  { kind, versions }: Pick<KindFields, 'kind' | 'versions'>,
  leaf: string,
): NotProps | undefined {
  return notProps()[kind]?.find(
    (table) =>
      isOf(table, versions) && table.fields.some((field) => expressionOf(field).test(leaf)),
  );
}

function isOf({ only }: NotProps, [clusterApi, provider]: Versions): boolean {
  return (
    (only?.clusterApi ?? clusterApi) === clusterApi && (only?.provider ?? provider) === provider
  );
}

/** Matches a field and what is below it. */
export const expressionOf = remembered(10_000, (field) => {
  const anywhere = field.startsWith('**.');
  const steps = (anywhere ? field.slice(3) : field)
    .replace(/[.[\]{}]/g, '\\$&')
    .replaceAll('*', '[^.]*');
  return new RegExp(`^${anywhere ? '(?:.+\\.)?' : ''}${steps}(?![^.[{])`);
});
