import type { Fields } from '../../../base/fields';
import { mapAt, mapsAt, valueAt } from '../../../base/value-at';

/** Field of a pod that a level of the Pod Security Standards does not admit. */
export interface PodViolation {
  /** Way to the field through the spec of the pod, with containers by their names. */
  readonly field: string;
  /** Value found there; absent where something is missing. */
  readonly given?: unknown;
  /** What the level admits there. */
  readonly allowed: string;
}

/** Check of one control of the Pod Security Standards. */
export type PodCheck = (pod: CheckedPod) => readonly PodViolation[];

/** Pod, as checks see it. */
export interface CheckedPod {
  /** Spec of the pod. */
  readonly spec: Fields;
  /** Containers of every kind, each with the way to it. */
  readonly containers: readonly CheckedContainer[];
  /** Annotations of the pod. */
  readonly annotations: Fields;
  /** Whether the pod says that it is for Windows, where some controls mean nothing. */
  readonly isWindows: boolean;
}

/** Container, or the pod itself, which has some of the same fields. */
export interface CheckedContainer {
  /** Way to it through the spec; empty for the pod. */
  readonly at: string;
  /** Its fields. */
  readonly fields: Fields;
}

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Pod with its containers in one list. */
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

/** The pod and its containers, as far as both have a security context. */
export function withPod({ spec, containers }: CheckedPod): readonly CheckedContainer[] {
  return [{ at: '', fields: spec }, ...containers];
}

/** Field of a security context, with the way to it. */
export function contextField(
  { at, fields }: CheckedContainer,
  ...way: readonly string[]
): { readonly field: string; readonly value: unknown } {
  const value = valueAt(mapAt(fields, 'securityContext'), ...way);
  return { field: fieldOf(at, 'securityContext', ...way), value };
}

/** Way of a field from the spec of the pod. */
export function fieldOf(at: string, ...way: readonly string[]): string {
  return [...(at === '' ? [] : [at]), ...way].join('.');
}

/** Texts of a list; none where there is no list. */
export function textsAt(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
