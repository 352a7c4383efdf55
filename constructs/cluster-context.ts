import type { AssembledControlPlane, AssembledPool } from '../lib/assembly/model';
import { attempt, INCOMPLETE, isHollow } from '../lib/base/incomplete';
import { CLUSTER_RANGE_DEFAULTS } from '../lib/cluster/model/cluster-ranges';
import type { ManagementModel } from '../lib/cluster/model/management';
import type { AddonContext } from './addons/addon';
import type { OwnCluster } from './cloud';
import type { IClusterHost, IPoolSource } from './cluster-host';
import { imageDigestsOf } from './image-digests';
import { drainRulesOf } from './machine-drain-rule';
import { type CommonClusterProps, WORKLOAD_CLUSTER_DEFAULTS } from './workload-cluster-props';

/** Cluster whose model is built. */
export interface IModelledCluster extends IClusterHost {
  /** Control plane of the cluster. */
  readonly controlPlane: {
    /** Returns the control plane as plain data. */
    model(): AssembledControlPlane;
  };
}

/** Parts of a cluster that only the cluster knows. */
export interface ClusterParts {
  /** Props that are the same on every cloud. */
  readonly props: CommonClusterProps;
  /** Networks and registries that the management cluster can reach; undefined if nothing is known. */
  readonly management: ManagementModel | undefined;
  /** Node pools. */
  readonly pools: readonly IPoolSource[];
}

/** Returns the model of a cluster without its addons; parts whose input was refused are incomplete. */
export function clusterContext(
  cluster: IModelledCluster,
  { props, management, pools }: ClusterParts,
): AddonContext {
  const { names, clusterProps } = cluster;
  const imageDigests = imageDigestsOf(cluster);
  const cloud = attempt(() => clusterProps.cloud.model);
  const own = attempt(() =>
    clusterProps.cloud.modeller.cluster({ ...names, props: clusterProps, scope: cluster }),
  );
  const range = <K extends keyof typeof CLUSTER_RANGE_DEFAULTS>(name: K) =>
    attempt(() => own.ranges[name] ?? CLUSTER_RANGE_DEFAULTS[name]);
  const context = {
    ...names,
    ...(imageDigests && { imageDigests }),
    ...(management && { management }),
    ownsNamespace: props.namespace === undefined,
    ...(props.namespacePodSecurity !== undefined && {
      namespacePodSecurity: props.namespacePodSecurity,
    }),
    profile: cluster.profile,
    labels: props.labels ?? {},
    annotations: props.annotations ?? {},
    paused: props.paused ?? WORKLOAD_CLUSTER_DEFAULTS.paused,
    ...(props.availabilityGates && { availabilityGates: props.availabilityGates }),
    kubernetesVersion: props.kubernetesVersion,
    cloud,
    podCidrs: range('podCidrs'),
    serviceCidrs: range('serviceCidrs'),
    serviceDomain: range('serviceDomain'),
    apiServerPort: props.apiServerPort ?? WORKLOAD_CLUSTER_DEFAULTS.apiServerPort,
    ...(props.installedOtherwise && { installedOtherwise: props.installedOtherwise }),
    controlPlane: attempt(() => cluster.controlPlane.model()),
    pools: pools.flatMap(completeModel).sort((a, b) => compare(a.name, b.name)),
    ...drainRulesOf(cluster),
    templateNames: props.templateNames ?? WORKLOAD_CLUSTER_DEFAULTS.templateNames,
  };
  return { ...context, ...withoutRanges(own) };
}

/** Returns the model of a pool; none if its input is incomplete. */
function completeModel(pool: IPoolSource): readonly AssembledPool[] {
  const model = attempt(() => pool.model());
  return isHollow(model) ? [] : [model];
}

/** Returns the cloud's part of a model without ranges; incomplete parts if it is unknown. */
function withoutRanges(own: OwnCluster): Omit<OwnCluster, 'ranges'> {
  if (isHollow(own)) {
    return { network: INCOMPLETE, endpoint: INCOMPLETE, surroundings: INCOMPLETE };
  }
  const { ranges, ...rest } = own;
  return rest;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
