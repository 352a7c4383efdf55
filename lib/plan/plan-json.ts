import type { ClusterPlan } from './cluster-plan';
import type { CloudPlan, FleetPlan } from './fleet-plan';
import { isResource, type PlanItem, type PlanValue } from './plan';

/** Resource of a plan, for other programs to read. */
export interface ResourceJson {
  /** Name in the stack, a construct path. */
  readonly name: string;
  /** What it is. */
  readonly kind: string;
  /** Arguments; `{ from, attribute }` refers to another resource or look-up. */
  readonly args: Readonly<Record<string, PlanValue>>;
  /** Whether it stays in the cloud when the stack goes. */
  readonly retained: boolean;
}

/** What is made for a cloud or a cluster, for other programs to read. */
export interface GroupJson {
  /** Construct path. */
  readonly path: string;
  /** Name that the user gave it. */
  readonly name: string;
  /** What is made. */
  readonly resources: readonly ResourceJson[];
  /** What is looked up, as names and arguments. */
  readonly lookups: readonly {
    readonly name: string;
    readonly args: Readonly<Record<string, PlanValue>>;
  }[];
}

/** Plan of a fleet, for other programs to read. */
export interface PlanJson {
  /** Clouds with key pairs, images and shared networks of their own, or look-ups. */
  readonly clouds: readonly GroupJson[];
  /** Clusters. */
  readonly clusters: readonly (GroupJson & {
    readonly managementCluster: string;
    readonly cloud: string;
  })[];
}

/** A plan as JSON, in the order of the program. */
export function planJson({ clouds, clusters }: FleetPlan): PlanJson {
  return { clouds: clouds.map(cloudJson), clusters: clusters.map(clusterJson) };
}

function cloudJson({ cloud: { path, name }, items }: CloudPlan): GroupJson {
  return { path, name, ...itemsJson(items) };
}

function clusterJson({ cluster, items }: ClusterPlan): PlanJson['clusters'][number] {
  const { path, name, managementCluster, cloud } = cluster;
  return { path, name, managementCluster, cloud: cloud.name, ...itemsJson(items) };
}

function itemsJson(items: readonly PlanItem[]): Pick<GroupJson, 'resources' | 'lookups'> {
  return {
    resources: items
      .filter(isResource)
      .map(({ name, kind, args, retained = false }) => ({ name, kind, args, retained })),
    lookups: items.flatMap((item) =>
      isResource(item) ? [] : [{ name: item.name, args: item.args }],
    ),
  };
}
