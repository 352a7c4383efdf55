import type { Finding } from '../../base/errors';
import type { Fields } from '../../base/fields';
import { leaveOut } from '../../base/fix';
import type { Manifest } from '../../base/manifest';
import type { Rule } from '../../base/rule';
import { mapAt, valueAt } from '../../base/value-at';
import type { VersionProfile } from '../model/profile';

/** Rendered object, including patches. */
export interface ObjectSubject {
  /** Construct path that the object comes from. */
  readonly path: string;
  /** Object as it will be written. */
  readonly object: Manifest;
  /** Versions on the management cluster, and what they support. */
  readonly profile: VersionProfile;
}

/** Reports a mistake in a field of an object. */
export type RefuseField = (field: string, finding: Finding) => void;

/** Check of an object's spec that an admission webhook or a controller does too. */
export interface ObjectRule {
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  /** Checks the spec, or the inner spec of a template; fields begin with `spec` in both cases. */
  check(spec: Fields, refuse: RefuseField, subject: ObjectSubject): void;
}

/** Creates a rule on rendered objects. */
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

/** Creates the check that a template has no field that its provider writes into each machine. */
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

/** Tells whether an object is a template, whose fields can change for each cluster created from it. */
export function isTemplate({ object }: Pick<ObjectSubject, 'object'>): boolean {
  return object.kind.endsWith('Template');
}

/** Returns a predicate for objects of some kinds of an API group, in any version. */
export function isOfKind(group: string, ...kinds: readonly string[]) {
  return ({ object: { apiVersion, kind } }: ObjectSubject): boolean =>
    kinds.includes(kind) && apiVersion.startsWith(`${group}/`);
}

/** Tells whether an object has the newer of the two versions of its group. */
export function isNewer({ object }: ObjectSubject): boolean {
  return object.apiVersion.endsWith('/v1beta2');
}

/** Returns the path to the spec of an object, or to the inner spec of a template. */
export function specWay(subject: Pick<ObjectSubject, 'object'>): readonly string[] {
  return isTemplate(subject) ? ['spec', 'template', 'spec'] : ['spec'];
}
