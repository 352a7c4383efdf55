import type { CloudModel } from '../cluster/model/cloud';
import type { OpenStackCloudModel } from '../openstack/model/cloud';
import type { OpenStackCluster } from '../openstack/model/cluster';
import type { HandOver } from '../openstack/model/hand-over';
import { withHandOver } from '../openstack/model/surroundings';
import {
  type FleetPlan,
  type PlannedCloud,
  type PlanOptions,
  planFleet,
} from '../openstack/plan/fleet-plan';
import type { DeployableFleet } from '../openstack/pulumi/deploy';
import { selectedClusters } from '../provision/selection';
import type { StackOutputs } from '../provision/stack-outputs';
import type { AssembledCluster } from './model';

export type { HandOver } from '../openstack/model/hand-over';
export type { FleetPlan, PlannedCloud, PlanOptions } from '../openstack/plan/fleet-plan';
export { handOverOf, readHandOvers } from '../openstack/plan/hand-over-files';

/** Cloud of a fleet, with its resources that several clusters share. */
export interface FleetCloud {
  /** Cloud as plain data. */
  readonly model: CloudModel;
}

/** Cluster for which stacks provision resources. */
export type ProvisionedCluster = AssembledCluster & OpenStackCluster;

/** Returns the clouds of a fleet in which stacks provision resources. */
export function plannedClouds(clouds: readonly FleetCloud[]): PlannedCloud[] {
  return clouds
    .filter(isPlanned)
    .map(({ model, sharedNetworks }) => ({ cloud: model, sharedNetworks }));
}

/**
 * Plans what `pulumi up` provisions; clusters on other clouds need nothing.
 *
 * @throws SelectionError if the selection names a cloud or cluster that the fleet does not have.
 */
export function planStacks(
  clouds: readonly FleetCloud[],
  clusters: readonly AssembledCluster[],
  options: PlanOptions,
): FleetPlan<ProvisionedCluster> {
  const { selection = {}, ...rest } = options;
  const planned = plannedClouds(clouds);
  const names = clouds.map(({ model }) => model.name);
  const chosen = selectedClusters(names, clusters, selection).filter(isProvisioned);
  const known = planned.map(({ cloud }) => cloud.name);
  return planFleet(planned, clusters.filter(isProvisioned), {
    ...rest,
    selection: {
      ...(selection.clouds && { clouds: selection.clouds.filter((one) => known.includes(one)) }),
      ...(selection.clusters && { clusters: chosen.map(({ path }) => path) }),
    },
  });
}

/** Returns a cluster with the outputs of its stacks filled in. */
export function handedOver(cluster: AssembledCluster, handOver: HandOver): AssembledCluster {
  return isProvisioned(cluster) ? withHandOver(cluster, handOver) : cluster;
}

/**
 * Provisions the resources that the stack's part of a fleet needs in its clouds.
 *
 * Pulumi is loaded here because a synth does not need it.
 */
export function deployFleet(fleet: DeployableFleet): Promise<StackOutputs> {
  const { deploy } =
    require('../openstack/pulumi/deploy') as typeof import('../openstack/pulumi/deploy');
  return deploy(fleet);
}

function isPlanned(cloud: FleetCloud): cloud is FleetCloud & {
  readonly model: OpenStackCloudModel;
  readonly sharedNetworks: PlannedCloud['sharedNetworks'];
} {
  return cloud.model.kind === 'openstack';
}

function isProvisioned(cluster: AssembledCluster): cluster is ProvisionedCluster {
  return cluster.cloud.kind === 'openstack';
}
