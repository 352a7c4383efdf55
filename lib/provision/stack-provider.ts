import type { Issue } from '../base/errors';

/** Name of the hook that is asked before the engine deletes what a cluster may use; never changed, as states have it. */
export const USE_HOOK = 'capi-fleet:in-use';

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Cloud of a stack, as far as it takes to reach it. */
export interface StackCloud {
  /** Name of the cloud. */
  readonly name: string;
  /** Construct path of the cloud. */
  readonly path: string;
  /** Region; absent where the program names none. */
  readonly region?: string;
}

/** What the configuration of a stack says about its clouds. */
export interface StackClouds {
  /** Entries of the file with credentials by the names of clouds, as `capi-fleet:cloudEntries` has them. */
  readonly entries: Readonly<Record<string, string>>;
  /** Value of a key of Pulumi's own provider, which reads it where there is no such entry. */
  readonly own: (key: string) => string | undefined;
}

/** Where a stack's programs run. */
export interface StackPlace {
  /** Variables of the process. */
  readonly environment: Environment;
  /** Folder in which credentials are looked for first. */
  readonly folder: string;
}

/** Resource of a stack that may be in use. */
export interface StackResource {
  /** Type in the stack. */
  readonly type: string;
  /** Name, a construct path. */
  readonly name: string;
  /** Identifier in the cloud. */
  readonly id: string;
  /** What it was made with. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Names what uses a resource, such as `server demo-control-plane-x7k2p`; nothing where it is gone. */
export type FindUsers = (resource: StackResource) => Promise<readonly string[]>;

/** How a stack's own provider reaches a cloud, and what the stack has there. */
export interface StackReach extends Pick<StackClouds, 'own'> {
  /** Inputs of the provider, as the state has them. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** Where the stack's programs run. */
  readonly place: StackPlace;
  /** Tells whether something is of the stack itself, by its identifier. */
  readonly isOwn: (id: string) => boolean;
}

/** What stacks and commands have to know of the clouds of an infrastructure provider. */
export interface StackProvider {
  /** Package of Pulumi that the types of its resources begin with. */
  readonly package: string;
  /** What a running cluster has of a resource; undefined where it goes on without. */
  useOf(type: string, name: string): string | undefined;
  /** Tells whether the cloud says of a resource what uses it. */
  isAsked(type: string, name: string): boolean;
  /**
   * Signs in to a cloud, and tells what is wrong with its region.
   *
   * @throws Error when the cloud cannot be reached or refuses.
   */
  signIn(cloud: StackCloud, clouds: StackClouds, place: StackPlace): Promise<readonly Issue[]>;
  /**
   * Reaches a cloud as a stack's own provider does, to ask it what is in use.
   *
   * @returns Undefined where credentials stand in the configuration of the stack, which is left to Pulumi.
   * @throws Error when the cloud cannot be reached or refuses.
   */
  reach(reach: StackReach): Promise<FindUsers | undefined>;
}
