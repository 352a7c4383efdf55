import type { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { AssembledPool } from '../lib/assembly/model';
import type { Manifest } from '../lib/base/manifest';
import type { VersionProfile } from '../lib/cluster/model/profile';
import type { Flavor } from '../lib/openstack/model/cloud';
import type { MachineDefaults } from './machine-props';

/** Workload cluster as its node pools and control plane see it. */
export interface IClusterHost<F extends string = string> extends Construct {
  /** Construct path of the cluster. */
  readonly clusterPath: string;
  /** Name of the cluster. */
  readonly clusterName: string;
  /** Namespace of the cluster's objects. */
  readonly clusterNamespace: string;
  /** Cloud whose flavors machines may have. */
  readonly cloud: { readonly flavors: Readonly<Record<F, Flavor>> };
  /** What the management cluster's versions can express. */
  readonly profile: VersionProfile;
  /** Ids of the cluster's own constructs, which no pool or addon may have. */
  readonly reservedIds: readonly string[];
  /** What machines take from the cluster where they say nothing themselves. */
  readonly machineDefaults: MachineDefaults;
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
