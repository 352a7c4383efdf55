import { type CloudSnapshot, nameOf, objectsIn } from './cloud-snapshot';

/** Kinds of objects in the cloud, by the fields of manifests that look for them. */
const KINDS: Readonly<Record<string, string>> = {
  network: 'network',
  externalNetwork: 'network',
  subnets: 'subnet',
  router: 'router',
  securityGroups: 'security group',
  serverGroup: 'server group',
  image: 'image',
};

/** Everything that a manifest looks for by name, one line each with the number of objects that it finds. */
export function lookupsByName(manifest: unknown, shot: CloudSnapshot): readonly string[] {
  if (Array.isArray(manifest)) return manifest.flatMap((one) => lookupsByName(one, shot));
  if (!isFields(manifest)) return [];
  return Object.entries(manifest).flatMap(([field, value]) => {
    const kind = KINDS[field];
    if (kind === undefined) return lookupsByName(value, shot);
    return [value].flat().flatMap((lookup) => {
      const name = nameIn(lookup);
      if (name === undefined) return [`${field}: not by name`];
      const found = objectsIn(shot, kind).filter((object) => nameOf(object) === name);
      return [`${field} ${name}: ${found.length}`];
    });
  });
}

function nameIn(lookup: unknown): unknown {
  return isFields(lookup) && isFields(lookup.filter) ? lookup.filter.name : undefined;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
