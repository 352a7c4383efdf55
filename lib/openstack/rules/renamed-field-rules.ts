import type { Fields } from '../../base/fields';
import type { Rule } from '../../base/rule';
import { mapAt, mapsAt } from '../../base/value-at';
import { isNewer, type ObjectSubject, objectRule } from '../../cluster/rules/object-rule';
import { RENAMED_FIELDS, type RenamedField } from '../model/renamed-fields';
import { machineIn } from './machine-lookup-object-rules';

type Renamed = readonly [field: string, given: unknown, better: string];

const INVERTED = 'with the inverted value';

/** Rule on fields that are renamed in a newer API version. */
export const RENAMED_FIELD_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-renamed-field',
    reason: 'The newer API version does not have the older field name, so the field is dropped.',
    source: 'CAPO@v0.15.0-beta.0:docs/book/src/topics/crd-changes/v1beta1-to-v1beta2.md',
    check(spec, refuse, subject) {
      if (!isNewer(subject)) return;
      for (const [field, given, better] of [
        ...inCluster(spec, subject),
        ...inMachine(spec, subject),
      ]) {
        refuse(field, {
          given,
          allowed: `${better}, in ${subject.object.apiVersion}`,
          fix: 'write it under the new name',
        });
      }
    },
  }),
];

function inCluster(spec: Fields, { object }: ObjectSubject): readonly Renamed[] {
  if (!object.kind.startsWith('OpenStackCluster')) return [];
  const groups = mapAt(spec, 'managedSecurityGroups');
  return [
    ...renamed('spec', spec, 'cluster'),
    ...renamed('spec.managedSecurityGroups', groups, 'securityGroups'),
  ];
}

function inMachine(spec: Fields, subject: ObjectSubject): readonly Renamed[] {
  const [way, machine] = machineIn(spec, subject);
  const ports = mapsAt(machine, 'ports').flatMap(([port, index]) =>
    renamed(`${way}.ports[${index}]`, port, 'port'),
  );
  return [...renamed(way, machine, 'machine'), ...ports];
}

function renamed(way: string, from: Fields, of: RenamedField['of']): readonly Renamed[] {
  return RENAMED_FIELDS.filter((field) => field.of === of).flatMap((field): Renamed[] => {
    const { older, newer, inverted = false } = field;
    const better = `${newer.join('.')}${inverted ? `, ${INVERTED}` : ''}`;
    return from[older] === undefined ? [] : [[`${way}.${older}`, from[older], better]];
  });
}
