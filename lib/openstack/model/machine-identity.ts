/** Options of {@link MachineIdentity}. */
export interface MachineIdentityOptions {
  /**
   * Entry of `clouds.yaml` to use.
   *
   * @default 'openstack'
   * @see OpenStackMachineTemplate.spec.template.spec.identityRef.cloudName (infrastructure.cluster.x-k8s.io)
   */
  readonly cloudName?: string;
}

/** Defaults of {@link MachineIdentityOptions}. */
export const MACHINE_IDENTITY_DEFAULTS = Object.freeze({ cloudName: 'openstack' });

/** Credentials of machines, as plain data. */
export interface MachineIdentityModel {
  /** What has the credentials: a Secret of the cluster's namespace, or an OpenStackClusterIdentity. */
  readonly kind: 'secret' | 'clusterIdentity';
  /** Name of that object. */
  readonly name: string;
  /** Entry of `clouds.yaml` that is used. */
  readonly cloudName: string;
}

/**
 * Credentials with which the provider makes machines, in place of those of their cluster.
 *
 * They may be those of another project, which then sees the network and the security groups of the cluster, and has the
 * key pair and the quotas. The region is that of the cluster: one of its own would be part of the machines' provider IDs.
 */
export class MachineIdentity {
  /** Secret that exists in the cluster's namespace, with the key `clouds.yaml`. */
  static fromSecret(secretName: string, options: MachineIdentityOptions = {}): MachineIdentity {
    return new MachineIdentity(identityModel('secret', secretName, options));
  }

  /** OpenStackClusterIdentity that exists in the management cluster and admits the cluster's namespace. */
  static fromClusterIdentity(
    identityName: string,
    options: MachineIdentityOptions = {},
  ): MachineIdentity {
    return new MachineIdentity(identityModel('clusterIdentity', identityName, options));
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: MachineIdentityModel,
  ) {}
}

function identityModel(
  kind: MachineIdentityModel['kind'],
  name: string,
  { cloudName = MACHINE_IDENTITY_DEFAULTS.cloudName }: MachineIdentityOptions,
): MachineIdentityModel {
  return { kind, name, cloudName };
}
