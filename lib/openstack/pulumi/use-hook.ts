import { log, ResourceHook, type ResourceHookArgs, runtime } from '@pulumi/pulumi';
import { clusterUsers } from '../../management/has-cluster';
import { inUseText } from '../../provision/in-use-text';
import type { StackConfig } from '../../provision/pulumi/stack-config';
import { type StackCloud, USE_HOOK } from '../../provision/stack-provider';
import type { CloudClient } from '../client/cloud-client';
import { UserSearch } from '../client/users-of';
import type { OpenStackCluster } from '../model/cluster';
import type { FleetPlan } from '../plan/fleet-plan';
import { usedKindOf } from '../plan/used-kinds';
import { connectTo, partsOf } from './check-clouds';

/**
 * Creates the hook that refuses to delete what a cluster still uses, in previews too.
 *
 * It runs for every deletion: clusters that were removed from the program, resources that are no longer planned,
 * replacements, and whole stacks by `pulumi destroy --run-program`. The cloud reports what is in use; a management
 * cluster that answers reports Clusters that have no machines yet.
 *
 * @returns Undefined if the engine has no hooks, as under Pulumi's mocks.
 */
export function useHook(plan: FleetPlan, config: StackConfig): ResourceHook | undefined {
  if (!('registerResourceHook' in Object(runtime.getMonitor()))) return undefined;
  const question = new UseQuestion(plan, config);
  return new ResourceHook(USE_HOOK, (args) => question.ask(args), { onDryRun: true });
}

class UseQuestion {
  private readonly own = new Set<string>();
  private readonly clusters: readonly OpenStackCluster[];
  private readonly clouds: readonly StackCloud[];
  private readonly clients = new Map<string, Promise<CloudClient | undefined>>();
  private readonly searches = new Map<CloudClient, UserSearch>();

  constructor(
    plan: FleetPlan,
    private readonly config: StackConfig,
  ) {
    this.clusters = plan.clusters.map(({ cluster }) => cluster);
    this.clouds = partsOf(plan).map(({ cloud }) => cloud);
  }

  async ask(args: ResourceHookArgs): Promise<void> {
    const { name, id, urn } = args;
    this.own.add(id);
    if (this.config.apply && runtime.isDryRun()) return;
    const cluster = this.clusterOf(urn, name);
    const users = [...(await this.clusterObjects(cluster)), ...(await this.cloudUsers(args))];
    if (users.length === 0) return;
    const text = inUseText({ resource: name, users, ...(cluster && { cluster }) });
    if (!this.config.deleteUsed) throw new Error(text);
    log.warn(`${text.split('\n')[0]}; it is deleted anyway, because capi-fleet:deleteUsed is true`);
  }

  private async cloudUsers({ type, name, id, oldInputs = {} }: ResourceHookArgs) {
    const kind = usedKindOf(type, name);
    if (kind === undefined) return [];
    const found = await Promise.all(
      this.cloudsOf(name).map(async (cloud) => {
        const client = await this.client(cloud);
        if (client === undefined) return [];
        return this.searchIn(client).usersOf({ kind, id, inputs: oldInputs });
      }),
    );
    return [...new Set(found.flat())];
  }

  /** Returns a new search, or the earlier one in a preview, during which nothing changes. */
  private searchIn(client: CloudClient): UserSearch {
    const known = runtime.isDryRun() ? this.searches.get(client) : undefined;
    const search = known ?? new UserSearch(client, (one) => this.own.has(one));
    this.searches.set(client, search);
    return search;
  }

  /** Returns the cloud of a resource, or all clouds of the stack if its cluster was removed from the program. */
  private cloudsOf(name: string): readonly StackCloud[] {
    const cluster = this.clusters.find(({ path }) => name.startsWith(`${path}/`));
    const isMeant = ({ path }: StackCloud) =>
      cluster === undefined ? name.startsWith(`${path}/`) : cluster.cloud.path === path;
    const meant = this.clouds.filter(isMeant);
    return meant.length === 0 ? this.everywhere() : meant;
  }

  /** Lists the clouds of the plan and those that the configuration of the stack still names. */
  private everywhere(): readonly StackCloud[] {
    const known = new Set(this.clouds.map(({ name }) => name));
    const named = Object.keys(this.config.cloudEntries).filter((name) => !known.has(name));
    const all = [...this.clouds, ...named.map((name) => ({ name, path: name }))];
    return all.length === 0 ? [{ name: '', path: 'the cloud of the stack' }] : all;
  }

  private client(cloud: StackCloud): Promise<CloudClient | undefined> {
    const known = this.clients.get(cloud.path) ?? connectTo(cloud, this.config);
    this.clients.set(cloud.path, known);
    return known;
  }

  private async clusterObjects(cluster: LivingCluster | undefined): Promise<readonly string[]> {
    if (cluster === undefined) return [];
    return clusterUsers(cluster, this.config.contexts[cluster.managementCluster]);
  }

  private clusterOf(urn: string, name: string): LivingCluster | undefined {
    const known = this.clusters.find(({ path }) => name.startsWith(`${path}/`));
    return known ?? clusterIn(urn, name);
  }
}

type LivingCluster = Pick<OpenStackCluster, 'managementCluster' | 'namespace' | 'name'>;

/** Derives the cluster of a resource from its name, if the program no longer contains it. */
function clusterIn(urn: string, resource: string): LivingCluster | undefined {
  const types = (urn.split('::')[2] ?? '').split('$');
  const inside = types.length - 1 - types.indexOf('capi-fleet:index:WorkloadCluster');
  if (inside === types.length) return undefined;
  const [name = '', managementCluster = ''] = resource.split('/').slice(0, -inside).reverse();
  return { managementCluster, namespace: name, name };
}
