/** What only provisioning can tell of a cluster, as the hand-over file has it. */
export interface HandOver {
  /**
   * Floating address of the endpoint.
   *
   * @default - the endpoint has none
   */
  readonly floatingIP?: string;
  /**
   * Identifiers to write into the manifests in place of names.
   *
   * @default - names are written
   */
  readonly ids?: HandOverIds;
}

/** Identifiers of what was provisioned for a cluster. */
export interface HandOverIds {
  /** Network of the machines. */
  readonly network?: string;
  /** Subnets of that network, IPv4 first. */
  readonly subnets?: readonly string[];
  /** Router of that network. */
  readonly router?: string;
  /** Security group of the control plane. */
  readonly controlPlaneGroup?: string;
  /** Security group of the workers. */
  readonly workersGroup?: string;
}
