import type { TakenAddress } from './taken-addresses';

/** What the rules on a whole fleet must remember of one cluster, whoever makes its machines; subjects add what theirs need. */
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
  /** Objects that are written beside the cluster, each with what it is. */
  readonly objects: readonly string[];
  /** Addresses and hosts at which the API server is reached, where they are given. */
  readonly addresses: readonly TakenAddress[];
}

/** Whole fleet, in small. */
export interface FleetSummary<C = ClusterSummary> {
  /** Clusters in the order in which they were built. */
  readonly clusters: readonly C[];
}
