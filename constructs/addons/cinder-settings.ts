/** What the Cinder driver's objects depend on, besides the cluster's name. */
export interface CinderSettings {
  /** Release of the driver. */
  readonly version: string;
  /** Whether the credentials are delivered with the addon. */
  readonly plaintext: boolean;
  /** Whether snapshots are taken. */
  readonly snapshots: boolean;
  /** Whether volumes are made in the zone of their node. */
  readonly topology: boolean;
  /** Name of the object with `cloud.conf`. */
  readonly configName: string;
}
