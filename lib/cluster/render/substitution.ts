import { sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { isShared } from '../../base/shared';

/** Annotation that keeps Flux from replacing `${…}` in an object if its Kustomization does so elsewhere. */
const SUBSTITUTE = 'kustomize.toolkit.fluxcd.io/substitute';
const VARIABLE = '${';

/** Cached results for data that many objects share. */
const known = new WeakMap<object, boolean>();

/** Adds the annotation that disables Flux's substitution if the object contains something to replace. */
export function withoutSubstitution(object: Manifest): Manifest {
  const { annotations = {} } = object.metadata;
  if (annotations[SUBSTITUTE] !== undefined || !hasVariable(object)) return object;
  const kept = sorted({ ...annotations, [SUBSTITUTE]: 'disabled' });
  return { ...object, metadata: { ...object.metadata, annotations: kept } };
}

function hasVariable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(VARIABLE);
  if (typeof value !== 'object' || value === null) return false;
  const found = known.get(value);
  if (found !== undefined) return found;
  const has = hasMemberWithVariable(value);
  if (isShared(value)) known.set(value, has);
  return has;
}

function hasMemberWithVariable(value: object): boolean {
  if (Array.isArray(value)) return value.some(hasVariable);
  for (const key in value) {
    if (key.includes(VARIABLE) || hasVariable((value as Readonly<Record<string, unknown>>)[key])) {
      return true;
    }
  }
  return false;
}
