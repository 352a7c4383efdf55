import type { Expiry } from '../cluster/model/credential-expiry';

/** Version of the JSON of a plan; another one when members are taken away or change their meaning. */
export const PLAN_VERSION = 2;

/** Resource of a plan, for other programs to read. */
export interface ResourceJson {
  /** Name in the stack, a construct path. */
  readonly name: string;
  /** What it is, such as `network` or `securityGroupRule`. */
  readonly kind: string;
  /** Arguments; `{ from, attribute }` refers to another resource or look-up. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Thing that exists and is looked up, for other programs to read. */
export interface LookupJson {
  /** Name in the plan, a construct path. */
  readonly name: string;
  /** What it is, such as `network`. */
  readonly kind: string;
  /** Arguments of the search. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** What is made for a cloud or a cluster, for other programs to read. */
export interface GroupJson {
  /** Construct path. */
  readonly path: string;
  /** Name that the user gave it. */
  readonly name: string;
  /** Region of the cloud; absent where the program names none. */
  readonly region?: string;
  /** What is made, each resource after what it refers to. */
  readonly resources: readonly ResourceJson[];
  /** What is looked up. */
  readonly lookups: readonly LookupJson[];
}

/** What is made for a cluster, for other programs to read. */
export interface ClusterJson extends GroupJson {
  /** Name of its management cluster. */
  readonly managementCluster: string;
  /** Name of its cloud. */
  readonly cloud: string;
  /** Construct path of its cloud. */
  readonly cloudPath: string;
  /** Credentials of which it is known when they expire; absent for none. */
  readonly expiries?: readonly Expiry[];
}

/** Plan of a fleet, for other programs to read. */
export interface PlanJson {
  /** Version of this form. */
  readonly version: typeof PLAN_VERSION;
  /** Clouds with key pairs, images and shared networks of their own, or look-ups. */
  readonly clouds: readonly GroupJson[];
  /** Clusters, in the order of the program. */
  readonly clusters: readonly ClusterJson[];
}
