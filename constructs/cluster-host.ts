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
  /** Data that names of the cluster and its objects are derived from. */
  readonly names: ClusterNames;
  /** Cloud that the cluster runs on. */
  readonly cloud: C;
  /** Features of the versions on the management cluster. */
  readonly profile: VersionProfile;
  /** IDs of the cluster's own constructs, which pools and addons must not use. */
  readonly reservedIds: readonly string[];
  /** Props of the cluster, which apply where machines have none. */
  readonly clusterProps: WorkloadClusterProps<C>;
  /** Returns a rendered object by its key. */
  findManifest(key: string): Manifest;
  /** Adds a node pool to the cluster's model. */
  registerPool(pool: IPoolSource): void;
  /** Adds an object whose patches are applied when the cluster is rendered. */
  registerObject(key: string, object: IPatchedObject): void;
  /** Returns the object with a key; undefined if it has not become a construct. */
  tryFindObject(key: string): IPatchedObject | undefined;
}

/** Source of a node pool model. */
export interface IPoolSource extends IConstruct {
  /** Returns the pool as plain data. */
  model(): AssembledPool;
}

/** Emitted object that can have patches. */
export interface IPatchedObject extends ApiObject {
  /** Whether the object has patches, labels or annotations of the user. */
  readonly isPatched: boolean;
  /** Text that differs for different patches, labels and annotations of the object. */
  readonly patchState: string;
  /** Returns the object with its patches applied, and leaves the given one unchanged. */
  patched(manifest: Manifest): Manifest;
}
