import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Options of identities that are written with the clusters. */
export interface AwsIdentityOptions {
  /**
   * Labels of the namespaces whose clusters may use the identity; namespaces that are written with clusters get them.
   *
   * @default - clusters of every namespace
   * @see AWSClusterRoleIdentity.spec.allowedNamespaces (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
}

/** Options of {@link AwsIdentity.role}. */
export interface AwsRoleOptions extends AwsIdentityOptions {
  /**
   * Role that is assumed, by its ARN.
   *
   * @see AWSClusterRoleIdentity.spec.roleARN (infrastructure.cluster.x-k8s.io)
   */
  readonly roleArn: string;
  /**
   * Identity that assumes the role.
   *
   * @default AwsIdentity.controller()
   * @see AWSClusterRoleIdentity.spec.sourceIdentityRef (infrastructure.cluster.x-k8s.io)
   */
  readonly source?: AwsIdentity;
  /**
   * Identifier that the trust policy of a role in somebody else's account asks for.
   *
   * @default - the policy asks for none
   * @see AWSClusterRoleIdentity.spec.externalID (infrastructure.cluster.x-k8s.io)
   */
  readonly externalId?: string;
  /**
   * Name of the sessions, by which the account's trail tells them apart.
   *
   * @default - one that the provider makes up
   * @see AWSClusterRoleIdentity.spec.sessionName (infrastructure.cluster.x-k8s.io)
   */
  readonly sessionName?: string;
  /**
   * Time for which a session lasts, in seconds: 900 to 43,200.
   *
   * @default - the provider's own, 900
   * @see AWSClusterRoleIdentity.spec.durationSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly durationSeconds?: number;
}

/** Options of {@link AwsIdentity.static}. */
export interface AwsStaticOptions extends AwsIdentityOptions {
  /**
   * Secret with the keys `AccessKeyID` and `SecretAccessKey`, in the namespace `capa-system` of the provider.
   *
   * @see AWSClusterStaticIdentity.spec.secretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly secretName: string;
  /**
   * Where the Secret comes from.
   *
   * @default - it exists already
   */
  readonly secretSource?: SecretSourceModel;
}

/** Reference to an identity. */
export interface AwsIdentityRef {
  /** Kind of the identity. */
  readonly kind:
    | 'AWSClusterControllerIdentity'
    | 'AWSClusterRoleIdentity'
    | 'AWSClusterStaticIdentity';
  /** Name of it, in the whole management cluster. */
  readonly name: string;
}

/** Contents of an identity that is written with the clusters. */
export type WrittenIdentity = {
  /** Labels of the namespaces that may use it; absent admits all. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
} & (
  | {
      readonly kind: 'role';
      readonly roleArn: string;
      /** Identity that assumes the role, written beside it where it is not there yet. */
      readonly source: AwsIdentityModel;
      readonly externalId?: string;
      readonly sessionName?: string;
      readonly durationSeconds?: number;
    }
  | {
      readonly kind: 'static';
      readonly secretName: string;
      /** Where the Secret comes from; absent where it exists already. */
      readonly secretSource?: SecretSourceModel;
    }
);

/** With whose rights the provider makes a cluster, as plain data. */
export interface AwsIdentityModel {
  /** Reference that clusters have. */
  readonly ref: AwsIdentityRef;
  /** What is written; absent where the identity exists already. */
  readonly written?: WrittenIdentity;
}

/** Name of the only identity of its kind, which the provider makes by itself. */
export const CONTROLLER_IDENTITY: AwsIdentityRef = Object.freeze({
  kind: 'AWSClusterControllerIdentity',
  name: 'default',
});

const CONTROLLER: AwsIdentityModel = Object.freeze({ ref: CONTROLLER_IDENTITY });

/** An identity and those with whose rights it is assumed, as far as they are written. */
export function writtenIdentities(
  identity: AwsIdentityModel,
): readonly Required<AwsIdentityModel>[] {
  const { ref, written } = identity;
  if (written === undefined) return [];
  const before = written.kind === 'role' ? writtenIdentities(written.source) : [];
  return [...before, { ref, written }];
}

/** Namespace in which the provider reads the Secrets of static identities, wherever their clusters are. */
export const IDENTITY_NAMESPACE = 'capa-system';

/** Keys of the Secret of a static identity. */
export const IDENTITY_KEYS: readonly string[] = Object.freeze(['AccessKeyID', 'SecretAccessKey']);

/** Identity with whose rights the provider makes clusters. */
export class AwsIdentity {
  /** The provider's own: what its manager was installed with. */
  static controller(): AwsIdentity {
    return new AwsIdentity(CONTROLLER);
  }

  /** An `AWSClusterRoleIdentity` that exists, by its name. */
  static fromRole(name: string): AwsIdentity {
    return new AwsIdentity({ ref: { kind: 'AWSClusterRoleIdentity', name } });
  }

  /** An `AWSClusterStaticIdentity` that exists, by its name. */
  static fromStatic(name: string): AwsIdentity {
    return new AwsIdentity({ ref: { kind: 'AWSClusterStaticIdentity', name } });
  }

  /** A role that the provider assumes, such as one of another account; written once for all clusters that use it. */
  static role(name: string, options: AwsRoleOptions): AwsIdentity {
    const { source, ...rest } = options;
    const written = {
      ...rest,
      kind: 'role',
      source: source?.model ?? CONTROLLER,
    } as const;
    return new AwsIdentity({ ref: { kind: 'AWSClusterRoleIdentity', name }, written });
  }

  /** Keys of a user, which a Secret holds; written once for all clusters that use them. */
  static static(name: string, options: AwsStaticOptions): AwsIdentity {
    const written = { ...options, kind: 'static' } as const;
    return new AwsIdentity({ ref: { kind: 'AWSClusterStaticIdentity', name }, written });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AwsIdentityModel,
  ) {}
}
