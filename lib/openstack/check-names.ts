import type { Issue } from '../errors';
import type { ResourceKind } from '../plan/plan';
import { type CloudPart, Lacks } from './cloud-part';
import type { ExistingResource } from './existing';

/** Kinds that manifests refer to by name, unless identifiers are handed over. */
const BY_NAME: ReadonlySet<ResourceKind> = new Set([
  'network',
  'subnet',
  'router',
  'securityGroup',
]);
/** Kinds that the OpenStack provider knows by name alone. */
const BY_NAME_ALONE: ReadonlySet<ResourceKind> = new Set([
  'loadBalancer',
  'listener',
  'pool',
  'monitor',
  'serverGroup',
]);

/** Planned names that several things in the project have, so that the OpenStack provider finds no one of them. */
export function checkNames(
  existing: readonly ExistingResource[],
  { clusters }: CloudPart,
): readonly Issue[] {
  const lacks = new Lacks('cloud-name');
  for (const { cluster, items } of clusters) {
    const own = new Set(items.map(({ name }) => name));
    const hasIds = cluster.handOver?.ids !== undefined;
    for (const { resource, ids } of existing) {
      const { kind, name, args } = resource;
      const counts = BY_NAME_ALONE.has(kind) || (!hasIds && BY_NAME.has(kind));
      if (!counts || ids.length < 2 || !own.has(name)) continue;
      lacks.add(cluster.path, `${kind} in the cloud`, {
        given: args.name,
        allowed: `one of that name in the project, as the OpenStack provider finds it by name, not ${ids.length}: ${ids.join(', ')}`,
        fix: 'rename or delete those that are not of this cluster',
      });
    }
  }
  return lacks.issues;
}
