import type { Issue } from '../base/errors';

/** Name of the hook that runs before the engine deletes what a cluster may use. It must never change: states contain it. */
export const USE_HOOK = 'capi-fleet:in-use';

/** Environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Cloud of a stack, with the facts that are needed to reach it. */
export interface StackCloud {
  /** Name of the cloud. */
  readonly name: string;
  /** Construct path of the cloud. */
  readonly path: string;
  /** Region; absent if the program names none. */
  readonly region?: string;
}

/** Configuration of a stack about its clouds. */
export interface StackClouds {
  /** Entries of the credentials file by cloud name, from `capi-fleet:cloudEntries`. */
  readonly entries: Readonly<Record<string, string>>;
  /** Returns the value of a key of Pulumi's own provider, which reads it if there is no such entry. */
  readonly own: (key: string) => string | undefined;
}

/** Place in which a stack's programs run. */
export interface StackPlace {
  /** Environment variables of the process. */
  readonly environment: Environment;
  /** Folder that is searched first for credentials. */
  readonly folder: string;
}

/** Resource of a stack that may be in use. */
export interface StackResource {
  /** Type in the stack. */
  readonly type: string;
  /** Name, a construct path. */
  readonly name: string;
  /** ID in the cloud. */
  readonly id: string;
  /** Inputs that it was created with. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Names what uses a resource, such as `server demo-control-plane-x7k2p`; empty if it no longer exists. */
export type FindUsers = (resource: StackResource) => Promise<readonly string[]>;

/** Access of a stack's own provider to a cloud, and the stack's resources there. */
export interface StackReach extends Pick<StackClouds, 'own'> {
  /** Inputs of the provider, from the state. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** Where the stack's programs run. */
  readonly place: StackPlace;
  /** Tells whether an object belongs to the stack itself, by its ID. */
  readonly isOwn: (id: string) => boolean;
}

/** Clouds of an infrastructure provider, for stacks and commands. */
export interface StackProvider {
  /** Pulumi package, with which the types of its resources begin. */
  readonly package: string;
  /** Describes what a running cluster uses a resource for; undefined if it works without it. */
  useOf(type: string, name: string): string | undefined;
  /** Tells whether the cloud can report what uses a resource. */
  isAsked(type: string, name: string): boolean;
  /**
   * Signs in to a cloud and checks its region.
   *
   * @throws Error when the cloud cannot be reached or refuses.
   */
  signIn(cloud: StackCloud, clouds: StackClouds, place: StackPlace): Promise<readonly Issue[]>;
  /**
   * Reaches a cloud as a stack's own provider does, to ask it what is in use.
   *
   * @returns Undefined if the credentials are in the configuration of the stack, which is left to Pulumi.
   * @throws Error when the cloud cannot be reached or refuses.
   */
  reach(reach: StackReach): Promise<FindUsers | undefined>;
}
