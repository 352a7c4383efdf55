import type { Lookup } from '../model/lookup';
import { given, type PlannedLookup, type PlanValue } from './plan';

/** Converts a filter of the manifests to the arguments of a lookup in the cloud. */
export function lookupArgs(lookup: Lookup): Readonly<Record<string, PlanValue>> {
  if ('id' in lookup) return { id: lookup.id };
  const { name, tags, projectID } = lookup.filter;
  return given({ name, tags, tenantId: projectID });
}

/** Converts the arguments of a lookup back to a filter. */
export function argsLookup({ id, name, tags, tenantId }: PlannedLookup['args']): Lookup {
  if (typeof id === 'string') return { id };
  return {
    filter: {
      ...(typeof name === 'string' ? { name } : {}),
      ...(Array.isArray(tags) ? { tags: tags.map(String) } : {}),
      ...(typeof tenantId === 'string' ? { projectID: tenantId } : {}),
    },
  };
}
