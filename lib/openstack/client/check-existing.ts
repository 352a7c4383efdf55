import type { Issue } from '../../base/errors';
import type { ClusterPlan } from '../plan/cluster-plan';
import { isResource, type PlanItem, type PlannedResource, type ResourceKind } from '../plan/plan';
import type { CloudObject } from './cloud-client';
import { type CloudPart, Lacks } from './cloud-part';
import { type CloudSearch, idOf, type OwnObjects, TO_COME } from './cloud-search';
import { Holders } from './holders';
import type { FixedDifference } from './properties';
import { type TakenObject, takenFinding } from './taken-names';

/** Kinds that manifests refer to by name, unless IDs are handed over. */
const BY_NAME: ReadonlySet<ResourceKind> = new Set([
  'network',
  'subnet',
  'router',
  'securityGroup',
]);
/** Kinds that the OpenStack provider knows only by name. */
const BY_NAME_ALONE: ReadonlySet<ResourceKind> = new Set([
  'loadBalancer',
  'listener',
  'pool',
  'monitor',
  'serverGroup',
]);

/** Display names of kinds with more than one word. */
const WORDS: Readonly<Partial<Record<ResourceKind, string>>> = {
  routerInterface: 'router interface',
  loadBalancer: 'load balancer',
  floatingIP: 'floating IP',
  floatingIPAssociation: 'floating IP',
  serverGroup: 'server group',
};

/** Part of a plan that belongs to one cluster, or to the cloud itself. */
interface Share {
  readonly path: string;
  readonly cluster?: ClusterPlan['cluster'];
  readonly items: readonly PlanItem[];
}

/**
 * Compares a plan with existing objects: names that are taken, names that are ambiguous, and changes that would replace
 * something in use.
 */
export async function checkExisting(search: CloudSearch, part: CloudPart): Promise<Issue[]> {
  const shares: readonly Share[] = [
    ...(part.own === undefined ? [] : [{ path: part.cloud.path, items: part.own.items }]),
    ...part.clusters.map(({ cluster, items }) => ({ path: cluster.path, cluster, items })),
  ];
  const found = await Promise.all(
    shares.map((share) => new ShareComparison(search, part, share).run()),
  );
  return found.flat();
}

class ShareComparison {
  private readonly holders: Holders;
  private readonly stateIds: ReadonlySet<string>;
  private readonly names = new Lacks('cloud-name');
  private readonly fixed = new Lacks('cloud-fixed');
  private readonly half = new Lacks('cloud-half');
  private readonly taken: TakenObject[] = [];

  constructor(
    private readonly search: CloudSearch,
    private readonly part: CloudPart,
    private readonly share: Share,
  ) {
    this.holders = new Holders(search.inventory);
    this.stateIds = new Set((search.state ?? []).map(({ id }) => id));
  }

  async run(): Promise<Issue[]> {
    for (const resource of this.share.items.filter(isResource)) await this.compare(resource);
    const takenNames = new Lacks('cloud-taken');
    if (this.taken.length > 0) {
      const { cluster, path } = this.share;
      const finding = takenFinding(this.taken, cluster?.name, this.part.cloud.name);
      takenNames.add(path, 'planned names', finding);
    }
    return [...takenNames.issues, ...this.names.issues, ...this.half.issues, ...this.fixed.issues];
  }

  private async compare(resource: PlannedResource): Promise<void> {
    const [own, named] = await Promise.all([this.search.own(resource), this.named(resource)]);
    this.compareNames(resource, own, named);
    const only = named.length === 1 ? named[0] : undefined;
    const current = this.search.state === undefined ? only : own.current;
    const differences = await this.differences(resource, current);
    for (const replaced of own.replaced) {
      const others = await this.differences(resource, replaced);
      if (others.length > 0) await this.refuseHeld(resource, replaced, others);
      else if (current === undefined || differences.length > 0) {
        this.refuseHalf(resource, replaced, current);
        return;
      }
    }
    if (current !== undefined) await this.refuseHeld(resource, current, differences);
  }

  /** Finds the objects that a resource could be; credentials are found only here, because they cannot be imported. */
  private async named({ kind, name, args }: PlannedResource): Promise<readonly CloudObject[]> {
    if (kind !== 'applicationCredential' || this.search.state === undefined) {
      return this.search.found(name);
    }
    const credentials = await this.search.inventory.credentials();
    return credentials.filter((one) => one.name === args.name);
  }

  private compareNames(resource: PlannedResource, own: OwnObjects, named: readonly CloudObject[]) {
    const { cluster } = this.share;
    const { kind } = resource;
    const hasIds = BY_NAME.has(kind) && cluster?.handOver?.ids !== undefined;
    const others = named.filter((object) => !this.stateIds.has(idOf(object)));
    if (hasIds || kind === 'floatingIPAssociation') return;
    const isOwned = own.current !== undefined || own.replaced.length > 0;
    const isTaken = this.search.state !== undefined && !isOwned;
    if (isTaken || kind === 'applicationCredential') {
      this.taken.push(...others.map((object) => ({ resource, object })));
      return;
    }
    const counts = BY_NAME_ALONE.has(kind) || BY_NAME.has(kind);
    if (!counts || others.length === 0 || named.length < 2) return;
    const ids = named.map(idOf);
    this.names.add(this.share.path, `${kind} in the cloud`, {
      given: resource.args.name,
      allowed: `only one of that name in the project, not ${ids.length} (${ids.join(', ')}), because the OpenStack provider finds it by name`,
      fix: 'rename or delete those that do not belong to this cluster',
    });
  }

  private async differences(
    resource: PlannedResource,
    object: CloudObject | undefined,
  ): Promise<readonly FixedDifference[]> {
    return object === undefined ? [] : this.search.fixedDifferences(resource, object);
  }

  private async refuseHeld(
    { kind }: PlannedResource,
    object: CloudObject,
    differences: readonly FixedDifference[],
  ): Promise<void> {
    const holders = differences.length === 0 ? undefined : await this.holders.of(kind, object);
    if (holders === undefined) return;
    const { path } = this.share;
    const what = `${WORDS[kind] ?? kind} ${String(object.name || object.floating_ip_address || object.id)}`;
    for (const { property, planned, actual } of differences) {
      const before = JSON.stringify(actual);
      this.fixed.add(
        property.prop === 'externalNetwork' ? this.part.cloud.path : path,
        property.prop,
        {
          given: planned === TO_COME ? 'a new one, which would be created' : planned,
          allowed: `the current value, ${before}, because it cannot change on ${what}, which ${holders} ${holders.startsWith('1 ') ? 'uses' : 'use'}`,
          fix: `change it back to ${before}, or create a new cluster beside this one`,
        },
      );
    }
  }

  private refuseHalf(
    { kind }: PlannedResource,
    replaced: CloudObject,
    current: CloudObject | undefined,
  ): void {
    this.half.add(this.share.path, `${WORDS[kind] ?? kind} in the stack`, {
      given: current === undefined ? 'none' : idOf(current),
      allowed: `${idOf(replaced)}, which matches the plan; an interrupted update was about to replace it`,
      fix: 'run capi-fleet up, which keeps it and deletes the other one',
    });
  }
}
