import type { Finding } from '../errors';
import { findUnwritable } from './plain-data';
import type { Place, Refuse, Rule } from './rule';
import type { ControlPlaneSubject } from './subjects';

/** Rules on values of free form that features write into files. */
export const FEATURE_VALUE_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'feature-values',
    reason: 'What has no word in YAML cannot be written down.',
    source: 'yaml/yaml-spec@main:spec/1.2.2/spec.md',
    check({ controlPlane: { path, patches, admission } }, refuse) {
      patches.forEach(({ patch }, index) => {
        checkValue({ path, prop: `patches[${index}].patch` }, patch, refuse);
      });
      for (const [name, configuration] of Object.entries(admission?.configurations ?? {})) {
        checkValue({ path, prop: `admission.configurations.${name}` }, configuration, refuse);
      }
    },
  },
];

/** Reports the first value in free-form data that no file can carry. */
export function checkValue({ path, prop }: Place, value: unknown, refuse: Refuse): void {
  const found = unwritableIn(value);
  if (found !== undefined) refuse({ path, prop: `${prop}${found.place}` }, found.finding);
}

/** First value in free-form data that no file can carry, with its place in the data. */
export function unwritableIn(
  value: unknown,
): { readonly place: string; readonly finding: Finding } | undefined {
  const found = findUnwritable(value);
  if (found === undefined) return undefined;
  const finding = {
    given: found.given,
    allowed: 'texts, finite numbers, true, false, null, and lists and objects of these',
    fix: 'write a value of these, or leave it out',
  };
  return { place: found.place, finding };
}
