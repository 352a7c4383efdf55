import type { Fields } from '../../../base/fields';
import { mapAt, mapsAt, valueAt } from '../../../base/value-at';

/** Field of a pod that violates a level of the Pod Security Standards. */
export interface PodViolation {
  /** Path of the field in the pod spec, with containers by name. */
  readonly field: string;
  /** Value of the field; absent if it is missing. */
  readonly given?: unknown;
  /** Values that the level permits. */
  readonly allowed: string;
}

/** Check of one control of the Pod Security Standards. */
export type PodCheck = (pod: CheckedPod) => readonly PodViolation[];

/** Pod in the form that checks use. */
export interface CheckedPod {
  /** Spec of the pod. */
  readonly spec: Fields;
  /** Containers of every kind, each with its path. */
  readonly containers: readonly CheckedContainer[];
  /** Annotations of the pod. */
  readonly annotations: Fields;
  /** Whether the pod declares that it is for Windows, where some controls do not apply. */
  readonly isWindows: boolean;
}

/** Container, or the pod itself, which has some of the same fields. */
export interface CheckedContainer {
  /** Path in the pod spec; empty for the pod. */
  readonly at: string;
  /** Fields of the container or pod. */
  readonly fields: Fields;
}

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Collects the containers of a pod in one list. */
export function checkedPod(spec: Fields, annotations: Fields = {}): CheckedPod {
  const containers = CONTAINER_LISTS.flatMap((list) =>
    mapsAt(spec, list).map(([fields, index]) => ({
      at: `${list}[${typeof fields.name === 'string' ? fields.name : index}]`,
      fields,
    })),
  );
  const isWindows = valueAt(spec, 'os', 'name') === 'windows';
  return { spec, containers, annotations, isWindows };
}

/** Returns the pod and its containers, which all can have a security context. */
export function withPod({ spec, containers }: CheckedPod): readonly CheckedContainer[] {
  return [{ at: '', fields: spec }, ...containers];
}

/** Returns a field of a security context, with its path. */
export function contextField(
  { at, fields }: CheckedContainer,
  ...way: readonly string[]
): { readonly field: string; readonly value: unknown } {
  const value = valueAt(mapAt(fields, 'securityContext'), ...way);
  return { field: fieldOf(at, 'securityContext', ...way), value };
}

/** Returns the path of a field in the pod spec. */
export function fieldOf(at: string, ...way: readonly string[]): string {
  return [...(at === '' ? [] : [at]), ...way].join('.');
}

/** Returns the texts of a list; empty if there is no list. */
export function textsAt(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
