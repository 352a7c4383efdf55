import { clusterUsers } from '../management/has-cluster';
import { CloudClient } from '../openstack/client/cloud-client';
import { type StackPlace, stackAccess } from '../openstack/client/stack-access';
import { UserSearch } from '../openstack/client/users-of';
import { inUseText } from '../openstack/plan/in-use-text';
import { usedKindOf } from '../openstack/plan/used-kinds';
import type { HeldResource, StackState } from './stack-state';
import type { StackValues } from './stack-values';

/**
 * Refuses to delete resources that something else uses, before any of them is touched.
 *
 * Clusters whose Cluster object the stack applies itself are left out: the object goes first, and is waited for.
 *
 * @throws Error with everything that is in use, by the clusters and clouds that it was made for.
 * @throws CloudError when a cloud cannot be read.
 */
export async function refuseUsed(
  state: StackState,
  values: StackValues,
  resources: readonly HeldResource[],
  place: StackPlace,
): Promise<void> {
  if (values['capi-fleet:deleteUsed'] === 'true') return;
  const searches = new UserSearches(state, values, place);
  const contexts = JSON.parse(values['capi-fleet:contexts'] ?? '{}');
  const texts: string[] = [];
  for (const owner of new Set(resources.flatMap((one) => state.ownerOf(one) ?? []))) {
    if (state.appliesCluster(owner)) continue;
    const own = resources.filter((one) => state.ownerOf(one) === owner);
    const cluster = state.isCluster(owner) ? state.objectOf(owner) : undefined;
    const objects = cluster
      ? await clusterUsers(cluster, contexts[cluster.managementCluster], place.environment)
      : [];
    const users = [...new Set([...objects, ...(await searches.usersOf(own))])];
    if (users.length === 0) continue;
    texts.push(inUseText({ resource: owner, users, ...(cluster && { cluster }) }));
  }
  if (texts.length > 0) throw new Error(texts.join('\n'));
}

/** Searches in the clouds of a stack, each reached as the stack's own providers reach it. */
class UserSearches {
  private readonly searches = new Map<string, Promise<UserSearch | undefined>>();

  constructor(
    private readonly state: StackState,
    private readonly values: StackValues,
    private readonly place: StackPlace,
  ) {}

  async usersOf(resources: readonly HeldResource[]): Promise<readonly string[]> {
    const found = await Promise.all(
      resources.map(async (resource) => {
        const { type, name, id, inputs } = resource;
        const kind = usedKindOf(type, name);
        if (kind === undefined || id === '') return [];
        const search = await this.searchFor(resource);
        return search === undefined ? [] : search.usersOf({ kind, id, inputs });
      }),
    );
    return [...new Set(found.flat())].sort();
  }

  private searchFor(resource: HeldResource): Promise<UserSearch | undefined> {
    const { cloud, region } = this.state.providerOf(resource)?.inputs ?? {};
    const key = JSON.stringify([cloud, region]);
    const known = this.searches.get(key) ?? this.connect(textOf(cloud), textOf(region));
    this.searches.set(key, known);
    return known;
  }

  /** Nothing where credentials stand in the configuration of the stack, which is left to Pulumi. */
  private async connect(
    entry: string | undefined,
    region: string | undefined,
  ): Promise<UserSearch | undefined> {
    const given: Readonly<Record<string, string | undefined>> =
      entry === undefined ? {} : { cloud: entry, region };
    const own = (key: string) => given[key] ?? this.values[`openstack:${key}`];
    const access = stackAccess({ name: '', path: '' }, { entries: {}, own }, this.place);
    if (access === undefined) return undefined;
    const client = await CloudClient.connect(access);
    const ids = new Set(this.state.resources.map(({ id }) => id).filter((id) => id !== ''));
    return new UserSearch(client, (id) => ids.has(id));
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
