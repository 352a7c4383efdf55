import type { Expiry } from '../cluster/model/credential-expiry';

/** Version of a plan's JSON; it changes when members are removed or change their meaning. */
export const PLAN_VERSION = 2;

/** Resource of a plan, for other programs to read. */
export interface ResourceJson {
  /** Name in the stack, a construct path. */
  readonly name: string;
  /** Kind, such as `network` or `securityGroupRule`. */
  readonly kind: string;
  /** Arguments; `{ from, attribute }` refers to another resource or lookup. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Existing object that is looked up, for other programs to read. */
export interface LookupJson {
  /** Name in the plan, a construct path. */
  readonly name: string;
  /** Kind, such as `network`. */
  readonly kind: string;
  /** Arguments of the search. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Plan of a cloud or a cluster, for other programs to read. */
export interface GroupJson {
  /** Construct path. */
  readonly path: string;
  /** Name in the program. */
  readonly name: string;
  /** Region of the cloud; absent if the program names none. */
  readonly region?: string;
  /** Resources to create, each after those that it refers to. */
  readonly resources: readonly ResourceJson[];
  /** Existing objects that are looked up. */
  readonly lookups: readonly LookupJson[];
}

/** Plan of a cluster, for other programs to read. */
export interface ClusterJson extends GroupJson {
  /** Name of its management cluster. */
  readonly managementCluster: string;
  /** Name of its cloud. */
  readonly cloud: string;
  /** Construct path of its cloud. */
  readonly cloudPath: string;
  /** Credentials whose expiry is known; absent if there are none. */
  readonly expiries?: readonly Expiry[];
}

/** Plan of a fleet, for other programs to read. */
export interface PlanJson {
  /** Version of this format. */
  readonly version: typeof PLAN_VERSION;
  /** Clouds with key pairs, images and shared networks of their own, or lookups. */
  readonly clouds: readonly GroupJson[];
  /** Clusters, in the order of the program. */
  readonly clusters: readonly ClusterJson[];
}
