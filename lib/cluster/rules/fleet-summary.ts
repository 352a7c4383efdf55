import type { TakenAddress } from './taken-addresses';

/** Facts about one cluster that rules on a fleet need, whichever its provider is; providers add their own. */
export interface ClusterSummary {
  /** Construct path of the cluster. */
  readonly path: string;
  /** Name of the cluster. */
  readonly name: string;
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Name of the management cluster. */
  readonly managementCluster: string;
  /** Construct path of the cloud. */
  readonly cloud: string;
  /** Kind of the cloud. */
  readonly cloudKind: string;
  /** Names of the pools' MachineDeployments. */
  readonly deployments: readonly string[];
  /** Names of other objects that are written for the cluster, each with its kind. */
  readonly objects: readonly string[];
  /** Addresses and hosts of the API server, as far as they are given. */
  readonly addresses: readonly TakenAddress[];
}

/** Summary of a fleet. */
export interface FleetSummary<C = ClusterSummary> {
  /** Clusters in the order in which they were built. */
  readonly clusters: readonly C[];
}
