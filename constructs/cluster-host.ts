import type { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { AssembledPool } from '../lib/assembly/model';
import type { Manifest } from '../lib/base/manifest';
import type { VersionProfile } from '../lib/cluster/model/profile';
import type { AnyCloud, ClusterNames } from './cloud';
import type { WorkloadClusterProps } from './workload-cluster-props';

/** Workload cluster as its node pools and control plane see it. */
export interface IClusterHost<C extends AnyCloud = AnyCloud> extends Construct {
  /** Construct path of the cluster. */
  readonly clusterPath: string;
  /** Name of the cluster. */
  readonly clusterName: string;
  /** Namespace of the cluster's objects. */
  readonly clusterNamespace: string;
  /** What names of the cluster and of its objects are made from. */
  readonly names: ClusterNames;
  /** Cloud that the cluster runs on. */
  readonly cloud: C;
  /** What the management cluster's versions can express. */
  readonly profile: VersionProfile;
  /** Ids of the cluster's own constructs, which no pool or addon may have. */
  readonly reservedIds: readonly string[];
  /** Props of the cluster, which machines follow where they say nothing themselves. */
  readonly clusterProps: WorkloadClusterProps<C>;
  /** Finds a rendered object by its key. */
  findManifest(key: string): Manifest;
  /** Takes part in the cluster's model as a node pool. */
  registerPool(pool: IPoolSource): void;
  /** Takes part in rendering with an object that may be patched. */
  registerObject(key: string, object: IPatchedObject): void;
}

/** Something that yields the model of a node pool. */
export interface IPoolSource extends IConstruct {
  /** Pool as plain data. */
  model(): AssembledPool;
}

/** Emitted object that may carry patches. */
export interface IPatchedObject extends ApiObject {
  /** Returns the object with its patches applied, leaving the given one as it is. */
  patched(manifest: Manifest): Manifest;
}
