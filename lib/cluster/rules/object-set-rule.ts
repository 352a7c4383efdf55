import type { Finding } from '../../base/errors';
import type { Manifest } from '../../base/manifest';
import type { Refuse, Rule } from '../../base/rule';
import type { VersionProfile } from '../model/profile';

/** Object of a cluster's folder, with the construct path that it comes from. */
export interface PlacedObject {
  /** Construct path that the object comes from. */
  readonly path: string;
  /** Whether a user added the object, which can depend on objects that others write. */
  readonly added?: boolean;
  /** Object as it will be written. */
  readonly object: Manifest;
}

/** All objects of a cluster's folder, including patches. */
export interface ObjectSetSubject<C extends object = object> {
  /** Objects in the order of their files. */
  readonly objects: readonly PlacedObject[];
  /** Versions on the management cluster, and what they support. */
  readonly profile: VersionProfile;
  /** Cluster of the objects, as far as rules need it; absent if unknown. */
  readonly cluster?: C;
}

/** Reports a mistake in a field of one of several objects. */
export type RefuseObject = (at: PlacedObject, field: string, finding: Finding) => void;

/** Check of objects that are applied together. */
export interface ObjectSetRule {
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  /** Checks all objects; fields are reported by their path in the object. */
  check(subject: ObjectSetSubject, refuse: RefuseObject): void;
}

/** Creates a rule on objects that are applied together. */
export function objectSetRule({ check, ...facts }: ObjectSetRule): Rule<ObjectSetSubject> {
  return {
    ...facts,
    check(subject, refuse) {
      check(subject, (at, field, finding) => {
        refuse(fieldPlace(at, field), finding);
      });
    },
  };
}

/** Returns the place of an object's field, for a report. */
export function fieldPlace({ path, object }: PlacedObject, field: string): Parameters<Refuse>[0] {
  return { path, prop: `${field} of ${object.kind} ${object.metadata.name}` };
}

/** Returns the objects of some kinds of an API group, in any version. */
export function objectsOf(
  { objects }: ObjectSetSubject,
  group: string,
  ...kinds: readonly string[]
): readonly PlacedObject[] {
  return objects.filter(
    ({ object }) => kinds.includes(object.kind) && groupOf(object.apiVersion) === group,
  );
}

/** Returns the group of an API version; empty for the core group. */
export function groupOf(apiVersion: string): string {
  return apiVersion.slice(0, Math.max(apiVersion.lastIndexOf('/'), 0));
}
