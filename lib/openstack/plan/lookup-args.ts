import type { Lookup } from '../model/lookup';
import { given, type PlannedLookup, type PlanValue } from './plan';

/** Arguments of a look-up in the cloud for a filter of the manifests. */
export function lookupArgs(lookup: Lookup): Readonly<Record<string, PlanValue>> {
  if ('id' in lookup) return { id: lookup.id };
  const { name, tags, projectID } = lookup.filter;
  return given({ name, tags, tenantId: projectID });
}

/** Filter that arguments of a look-up were made for. */
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
