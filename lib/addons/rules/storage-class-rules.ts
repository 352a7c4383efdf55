import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { AddonSubject } from './subjects';

const STORAGE_CLASSES =
  'kubernetes/website@main:content/en/docs/concepts/storage/storage-classes.md';
const NAMES =
  'kubernetes/website@main:content/en/docs/concepts/overview/working-with-objects/names.md';

/** Rules on the storage classes of an addon. */
export const STORAGE_CLASS_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'storage-class-name',
    reason: 'Kubernetes rejects other names for storage classes.',
    source: NAMES,
    check({ addon: { path, storageClasses = [] } }, refuse) {
      storageClasses.forEach(({ name }, index) => {
        if (isObjectName(name)) return;
        const names = storageClasses.map((one) => one.name);
        const better =
          toDnsLabel(name, 63, names) ?? toDnsLabel('standard', 63, names) ?? 'standard';
        refuse(
          { path, prop: `storageClasses[${index}].name` },
          {
            given: name,
            allowed: 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
            fix: write(better),
          },
        );
      });
    },
  },
  {
    id: 'storage-class-unique',
    reason: 'The second of two classes with the same name replaces the first.',
    source: NAMES,
    check({ addon: { path, storageClasses = [] } }, refuse) {
      const names = storageClasses.map(({ name }) => name);
      names.forEach((name, index) => {
        if (names.indexOf(name) === index) return;
        refuse(
          { path, prop: `storageClasses[${index}].name` },
          {
            given: name,
            allowed: 'a name that no other class has',
            fix: leaveOut({
              prop: `storageClasses[${index}]`,
              begins: 'leave the class out',
              or: `write ${JSON.stringify(`${name}-${index + 1}`)}`,
            }),
          },
        );
      });
    },
  },
  {
    id: 'storage-class-default',
    reason:
      'Claims without a class get the default class, and the newest one if there are several.',
    source: STORAGE_CLASSES,
    check({ addon: { path, storageClasses = [] } }, refuse) {
      const defaults = storageClasses.filter((one) => one.default).map(({ name }) => name);
      if (defaults.length < 2) return;
      storageClasses.forEach(({ name, default: isDefault }, index) => {
        if (!isDefault || name === defaults[0]) return;
        refuse(
          { path, prop: `storageClasses[${index}].default` },
          {
            given: true,
            allowed: `one default class; ${quotedList(defaults)} are all marked as default`,
            fix: leaveOut({
              begins: `leave default out of ${JSON.stringify(name)}`,
              or: `of ${JSON.stringify(defaults[0])}`,
            }),
          },
        );
      });
    },
  },
];
