import { stackProviderOf } from '../assembly/stack-providers';
import { clusterUsers } from '../management/has-cluster';
import { inUseText } from '../provision/in-use-text';
import type { FindUsers, StackPlace, StackProvider } from '../provision/stack-provider';
import type { HeldResource, StackState } from './stack-state';
import type { StackValues } from './stack-values';

/**
 * Refuses to delete resources that are in use, before any of them is deleted.
 *
 * Clusters whose Cluster object the stack applies itself are skipped: Pulumi deletes the object first and waits for it.
 *
 * @throws Error with everything that is in use, grouped by cluster and cloud.
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

/** Searches the clouds of a stack, with the access of the stack's own providers. */
class UserSearches {
  private readonly reached = new Map<string, Promise<FindUsers | undefined>>();
  private readonly ids: ReadonlySet<string>;

  constructor(
    private readonly state: StackState,
    private readonly values: StackValues,
    private readonly place: StackPlace,
  ) {
    this.ids = new Set(state.resources.map(({ id }) => id).filter((id) => id !== ''));
  }

  async usersOf(resources: readonly HeldResource[]): Promise<readonly string[]> {
    const found = await Promise.all(
      resources.map(async (resource) => {
        const { type, name, id } = resource;
        const provider = stackProviderOf(type);
        if (provider?.isAsked(type, name) !== true || id === '') return [];
        const findUsers = await this.reach(provider, resource);
        return findUsers === undefined ? [] : findUsers(resource);
      }),
    );
    return [...new Set(found.flat())].sort();
  }

  private reach(provider: StackProvider, resource: HeldResource): Promise<FindUsers | undefined> {
    const { cloud, region } = this.state.providerOf(resource)?.inputs ?? {};
    const key = JSON.stringify([provider.package, cloud, region]);
    const known =
      this.reached.get(key) ??
      provider.reach({
        provider: { cloud, region },
        own: (one) => this.values[`${provider.package}:${one}`],
        place: this.place,
        isOwn: (id) => this.ids.has(id),
      });
    this.reached.set(key, known);
    return known;
  }
}
