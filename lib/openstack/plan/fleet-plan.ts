import { isWholeCloud, type PlanSelection, selectedClusters } from '../../provision/selection';
import type { OpenStackCloudModel } from '../model/cloud';
import type { OpenStackCluster } from '../model/cluster';
import type { ProvisionedNetworkModel } from '../model/provisioned-network';
import { type CloudSurroundings, type ClusterPlan, planCluster } from './cluster-plan';
import { lookupArgs } from './lookup-args';
import { planNetwork } from './network-plan';
import { given, type PlanItem, type PlannedComponent, type PlanValue, refTo } from './plan';

/** Cloud with the resources that all of its clusters share. */
export interface PlannedCloud {
  /** Cloud as plain data. */
  readonly cloud: OpenStackCloudModel;
  /** Networks that several clusters share. */
  readonly sharedNetworks: readonly ProvisionedNetworkModel[];
}

/** Options of {@link planFleet}. */
export interface PlanOptions {
  /**
   * Part of the fleet to plan.
   *
   * @default - the whole fleet
   */
  readonly selection?: PlanSelection;
  /**
   * Suffix of credential names; another value replaces the credentials.
   *
   * @default '1'
   */
  readonly rotation?: string;
}

/** Plan of a cloud itself. */
export interface CloudPlan {
  /** Cloud of the plan. */
  readonly cloud: OpenStackCloudModel;
  /** Groups of resources. */
  readonly components: readonly PlannedComponent[];
  /** Resources and lookups. */
  readonly items: readonly PlanItem[];
}

/** Plan of everything that `pulumi up` creates for a part of a fleet. */
export interface FleetPlan<C extends OpenStackCluster = OpenStackCluster> {
  /** Clouds of the selected clusters; a cloud that is not selected itself has only lookups. */
  readonly clouds: readonly CloudPlan[];
  /** Selected clusters. */
  readonly clusters: readonly ClusterPlan<C>[];
}

/** Defaults of {@link PlanOptions}. */
export const PLAN_DEFAULTS = Object.freeze({ rotation: '1' });

/**
 * Plans what `pulumi up` creates, from models only.
 *
 * @throws SelectionError when the selection names a cloud or cluster that the fleet does not have.
 */
export function planFleet<C extends OpenStackCluster>(
  clouds: readonly PlannedCloud[],
  clusters: readonly C[],
  options: PlanOptions = {},
): FleetPlan<C> {
  const { selection = {} } = options;
  const names = clouds.map(({ cloud }) => cloud.name);
  const chosen = selectedClusters(names, clusters, selection);
  const planners = new Map(
    clouds.map((planned) => {
      const { path, name } = planned.cloud;
      return [path, new CloudPlanner(planned, isWholeCloud(selection, name), options)];
    }),
  );
  const plans = chosen.map((cluster) => {
    const planner = planners.get(cluster.cloud.path);
    if (planner === undefined)
      throw new Error(`${cluster.path}: its cloud does not belong to this fleet`);
    return planCluster(cluster, planner);
  });
  return {
    clouds: [...planners.values()].map((planner) => planner.plan()).filter(holdsSomething),
    clusters: plans,
  };
}

/** Lists the components of a plan, each after its parent. */
export function componentsOf({ clouds, clusters }: FleetPlan): readonly PlannedComponent[] {
  return [...clouds, ...clusters].flatMap((plan) => plan.components);
}

/** Lists the resources and lookups of a plan, each after those that it refers to. */
export function itemsOf({ clouds, clusters }: FleetPlan): readonly PlanItem[] {
  return [...clouds, ...clusters].flatMap((plan) => plan.items);
}

function holdsSomething({ items }: CloudPlan): boolean {
  return items.length > 0;
}

class CloudPlanner implements CloudSurroundings {
  readonly rotation: string;
  private readonly components: PlannedComponent[] = [];
  private readonly lookups: PlanItem[] = [];
  private readonly items: PlanItem[] = [];

  constructor(
    private readonly planned: PlannedCloud,
    private readonly isChosen: boolean,
    { rotation = PLAN_DEFAULTS.rotation }: PlanOptions,
  ) {
    this.rotation = rotation;
    const { path } = planned.cloud;
    this.components.push({ name: path, kind: 'OpenStackCloud' });
    if (isChosen) this.planOwn();
  }

  plan(): CloudPlan {
    const { components, lookups, items } = this;
    return { cloud: this.planned.cloud, components, items: [...lookups, ...items] };
  }

  externalNetwork(): { readonly id: PlanValue; readonly name: PlanValue } | undefined {
    const { externalNetwork, path } = this.planned.cloud;
    if (externalNetwork?.kind === 'none') return undefined;
    const by = externalNetwork === undefined ? {} : lookupArgs(externalNetwork.network);
    const name = this.lookUp({
      name: `${path}/external-network`,
      component: path,
      lookup: 'network',
      args: { ...by, external: true },
    });
    return { id: refTo(name, 'id'), name: refTo(name, 'name') };
  }

  dnsZone(zone: string): PlanValue {
    const { path } = this.planned.cloud;
    const args = { name: zone.endsWith('.') ? zone : `${zone}.` };
    const name = `${path}/dns-zone`;
    return refTo(this.lookUp({ name, component: path, lookup: 'dnsZone', args }), 'id');
  }

  roles(): PlanValue {
    const { path } = this.planned.cloud;
    const args = { name: path };
    const name = `${path}/auth-scope`;
    return refTo(this.lookUp({ name, component: path, lookup: 'authScope', args }), 'roleNames');
  }

  makes(network: ProvisionedNetworkModel): boolean {
    return this.isChosen && this.planned.sharedNetworks.some((one) => one.owner === network.owner);
  }

  private planOwn(): void {
    const { cloud, sharedNetworks } = this.planned;
    const { path: component, keyPairs = {}, imageUploads = {} } = cloud;
    for (const [name, publicKey] of Object.entries(keyPairs).sort()) {
      const args = { name, publicKey };
      this.items.push({ name: `${component}/key-pair-${name}`, component, kind: 'keyPair', args });
    }
    for (const [name, image] of Object.entries(imageUploads).sort(byName)) {
      const { source, diskFormat = 'qcow2', properties } = image;
      const args = given({
        name,
        containerFormat: 'bare',
        diskFormat,
        properties,
        ...('url' in source ? { imageSourceUrl: source.url } : { localFilePath: source.file }),
      });
      this.items.push({ name: `${component}/image-${name}`, component, kind: 'image', args });
    }
    for (const network of sharedNetworks) this.planShared(network);
  }

  private planShared(network: ProvisionedNetworkModel): void {
    const { path } = this.planned.cloud;
    const { owner, router } = network;
    this.components.push({ name: owner, kind: 'OpenStackNetwork', parent: path });
    const external = this.externalNetwork();
    const routerId = router === undefined ? undefined : this.sharedRouter(owner, router);
    this.items.push(
      ...planNetwork(owner, network, {
        ...(external === undefined ? {} : { externalNetworkId: external.id }),
        ...(routerId === undefined ? {} : { routerId }),
      }),
    );
  }

  private sharedRouter(owner: string, router: NonNullable<ProvisionedNetworkModel['router']>) {
    if ('id' in router) return router.id;
    const name = `${owner}/adopted-router`;
    const args = lookupArgs(router);
    return refTo(this.lookUp({ name, component: owner, lookup: 'router', args }), 'id');
  }

  private lookUp(item: PlanItem): string {
    if (!this.lookups.some(({ name }) => name === item.name)) this.lookups.push(item);
    return item.name;
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
