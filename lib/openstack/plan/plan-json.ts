import {
  type ClusterJson,
  type GroupJson,
  PLAN_VERSION,
  type PlanJson,
} from '../../provision/plan-json';
import { expiriesOf } from '../model/credential-expiry';
import type { ClusterPlan } from './cluster-plan';
import type { CloudPlan, FleetPlan } from './fleet-plan';
import { isResource, type PlanItem } from './plan';

/** Converts a plan to JSON, in the order of the program. */
export function planJson({ clouds, clusters }: FleetPlan): PlanJson {
  return {
    version: PLAN_VERSION,
    clouds: clouds.map(cloudJson),
    clusters: clusters.map(clusterJson),
  };
}

function cloudJson({ cloud: { path, name, region }, items }: CloudPlan): GroupJson {
  return { path, name, ...(region === undefined ? {} : { region }), ...itemsJson(items) };
}

function clusterJson({ cluster, items }: ClusterPlan): ClusterJson {
  const { path, name, managementCluster, cloud } = cluster;
  const expiries = expiriesOf(cluster);
  return {
    path,
    name,
    ...(cloud.region === undefined ? {} : { region: cloud.region }),
    managementCluster,
    cloud: cloud.name,
    cloudPath: cloud.path,
    ...itemsJson(items),
    ...(expiries.length === 0 ? {} : { expiries }),
  };
}

function itemsJson(items: readonly PlanItem[]): Pick<GroupJson, 'resources' | 'lookups'> {
  return {
    resources: items.filter(isResource).map(({ name, kind, args }) => ({ name, kind, args })),
    lookups: items.flatMap((item) =>
      isResource(item) ? [] : [{ name: item.name, kind: item.lookup, args: item.args }],
    ),
  };
}
