import type { Lookup, LookupFilter } from '../model/lookup';

/** Builds the query with which Neutron finds the object of a lookup. */
export function lookupQuery(lookup: Lookup): string {
  if ('id' in lookup) return `?id=${encodeURIComponent(lookup.id)}`;
  const { name, tags, tagsAny, projectID }: LookupFilter = lookup.filter;
  const parameters = Object.entries({
    name,
    tags: tags?.join(','),
    'tags-any': tagsAny?.join(','),
    project_id: projectID,
  });
  const given = parameters.filter((one): one is [string, string] => one[1] !== undefined);
  return `?${new URLSearchParams(given)}`;
}
