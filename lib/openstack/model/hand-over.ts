/** Values of a cluster that are known only after provisioning, as in the hand-over file. */
export interface HandOver {
  /**
   * Floating IP of the endpoint.
   *
   * @default - the endpoint has none
   */
  readonly floatingIP?: string;
  /**
   * IDs to write into the manifests instead of names.
   *
   * @default - names are written
   */
  readonly ids?: HandOverIds;
}

/** IDs of the resources that were provisioned for a cluster. */
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
