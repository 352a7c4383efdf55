import type { Lookup } from '../model/lookup';
import { given, type PlanValue } from './plan';

/** Arguments of a look-up in the cloud for a filter of the manifests. */
export function lookupArgs(lookup: Lookup): Readonly<Record<string, PlanValue>> {
  if ('id' in lookup) return { id: lookup.id };
  const { name, tags, projectID } = lookup.filter;
  return given({ name, tags, tenantId: projectID });
}
