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
  /** Object with the credentials: a Secret in the cluster's namespace, or an OpenStackClusterIdentity. */
  readonly kind: 'secret' | 'clusterIdentity';
  /** Name of that object. */
  readonly name: string;
  /** Entry of `clouds.yaml` to use. */
  readonly cloudName: string;
}

/**
 * Credentials with which the provider creates machines, instead of those of their cluster.
 *
 * They can belong to another project. That project must then see the network and the security groups of the cluster, and
 * have the key pair and the quotas. The region is that of the cluster, because a separate region would become part of the
 * machines' provider IDs.
 */
export class MachineIdentity {
  /** Existing Secret in the cluster's namespace, with the key `clouds.yaml`. */
  static fromSecret(secretName: string, options: MachineIdentityOptions = {}): MachineIdentity {
    return new MachineIdentity(identityModel('secret', secretName, options));
  }

  /** Existing OpenStackClusterIdentity of the management cluster, which admits the cluster's namespace. */
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
