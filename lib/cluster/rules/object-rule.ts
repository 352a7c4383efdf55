import type { Finding } from '../../base/errors';
import type { Fields } from '../../base/fields';
import { leaveOut } from '../../base/fix';
import type { Manifest } from '../../base/manifest';
import type { Rule } from '../../base/rule';
import { mapAt, valueAt } from '../../base/value-at';
import type { VersionProfile } from '../model/profile';

/** Finished object, patches and all. */
export interface ObjectSubject {
  /** Construct path that the object comes from. */
  readonly path: string;
  /** Object as it will be written. */
  readonly object: Manifest;
  /** What the management cluster's versions can express. */
  readonly profile: VersionProfile;
}

/** Reports a mistake in a field of an object. */
export type RefuseField = (field: string, finding: Finding) => void;

/** Check of the spec of an object that an admission webhook or a controller makes too. */
export interface ObjectRule {
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  /** Looks at the spec, in a template at that of what is made from it; fields are reported as if it were there alone. */
  check(spec: Fields, refuse: RefuseField, subject: ObjectSubject): void;
}

/** Rule on finished objects. */
export function objectRule({ check, ...facts }: ObjectRule): Rule<ObjectSubject> {
  return {
    ...facts,
    check(subject, refuse) {
      const { path, object } = subject;
      const way = specWay(subject);
      const report: RefuseField = (field, finding) => {
        const place = field.replace(/^spec\b/, way.join('.'));
        refuse({ path, prop: `${place} of ${object.kind} ${object.metadata.name}` }, finding);
      };
      check(mapAt(object, ...way), report, subject);
    },
  };
}

/** Check that a template has no field that its provider writes into each machine. */
export function noFieldOfMachines(...ways: readonly (readonly string[])[]): ObjectRule['check'] {
  return (spec, refuse, subject) => {
    if (!isTemplate(subject)) return;
    for (const way of ways) {
      const given = valueAt(spec, ...way);
      if (given === undefined) continue;
      refuse(`spec.${way.join('.')}`, {
        given,
        allowed: 'none; the provider writes it into each machine',
        fix: leaveOut(),
      });
    }
  };
}

/** Tells whether an object is a template, whose fields may be changed for each cluster that is made from it. */
export function isTemplate({ object }: Pick<ObjectSubject, 'object'>): boolean {
  return object.kind.endsWith('Template');
}

/** Tells whether an object is of some kinds of an API group, whatever the version. */
export function isOfKind(group: string, ...kinds: readonly string[]) {
  return ({ object: { apiVersion, kind } }: ObjectSubject): boolean =>
    kinds.includes(kind) && apiVersion.startsWith(`${group}/`);
}

/** Tells whether an object is of the newer of the two versions that its group has. */
export function isNewer({ object }: ObjectSubject): boolean {
  return object.apiVersion.endsWith('/v1beta2');
}

/** Way to the spec of an object, in a template to that of what is made from it. */
export function specWay(subject: Pick<ObjectSubject, 'object'>): readonly string[] {
  return isTemplate(subject) ? ['spec', 'template', 'spec'] : ['spec'];
}
