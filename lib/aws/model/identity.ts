import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Options of identities that the library writes. */
export interface AwsIdentityOptions {
  /**
   * Labels of the namespaces whose clusters may use the identity. Namespaces that the library writes get these labels.
   *
   * @default - clusters in every namespace
   * @see AWSClusterRoleIdentity.spec.allowedNamespaces (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
}

/** Options of {@link AwsIdentity.role}. */
export interface AwsRoleOptions extends AwsIdentityOptions {
  /**
   * ARN of the role to assume.
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
   * External ID that the trust policy of a role in another account requires.
   *
   * @default - no external ID
   * @see AWSClusterRoleIdentity.spec.externalID (infrastructure.cluster.x-k8s.io)
   */
  readonly externalId?: string;
  /**
   * Session name, which identifies sessions in CloudTrail.
   *
   * @default - a name that the provider generates
   * @see AWSClusterRoleIdentity.spec.sessionName (infrastructure.cluster.x-k8s.io)
   */
  readonly sessionName?: string;
  /**
   * Duration of a session, in seconds: 900 to 43,200.
   *
   * @default - the provider's default, 900
   * @see AWSClusterRoleIdentity.spec.durationSeconds (infrastructure.cluster.x-k8s.io)
   */
  readonly durationSeconds?: number;
}

/** Options of {@link AwsIdentity.static}. */
export interface AwsStaticOptions extends AwsIdentityOptions {
  /**
   * Secret with the keys `AccessKeyID` and `SecretAccessKey`, in the provider's namespace `capa-system`.
   *
   * @see AWSClusterStaticIdentity.spec.secretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly secretName: string;
  /**
   * Source of the Secret.
   *
   * @default - the Secret already exists
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
  /** Name of the identity, which is cluster-scoped in the management cluster. */
  readonly name: string;
}

/** Contents of an identity that the library writes. */
export type WrittenIdentity = {
  /** Labels of the namespaces that may use it; absent allows all. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
} & (
  | {
      readonly kind: 'role';
      readonly roleArn: string;
      /** Identity that assumes the role; written too unless it already exists. */
      readonly source: AwsIdentityModel;
      readonly externalId?: string;
      readonly sessionName?: string;
      readonly durationSeconds?: number;
    }
  | {
      readonly kind: 'static';
      readonly secretName: string;
      /** Source of the Secret; absent if it already exists. */
      readonly secretSource?: SecretSourceModel;
    }
);

/** Identity that the provider uses to create a cluster, as plain data. */
export interface AwsIdentityModel {
  /** Reference from clusters. */
  readonly ref: AwsIdentityRef;
  /** Contents to write; absent if the identity already exists. */
  readonly written?: WrittenIdentity;
}

/** Reference to the only identity of its kind, which the provider creates itself. */
export const CONTROLLER_IDENTITY: AwsIdentityRef = Object.freeze({
  kind: 'AWSClusterControllerIdentity',
  name: 'default',
});

const CONTROLLER: AwsIdentityModel = Object.freeze({ ref: CONTROLLER_IDENTITY });

/** Returns the written identities in a chain: source identities first. */
export function writtenIdentities(
  identity: AwsIdentityModel,
): readonly Required<AwsIdentityModel>[] {
  const { ref, written } = identity;
  if (written === undefined) return [];
  const before = written.kind === 'role' ? writtenIdentities(written.source) : [];
  return [...before, { ref, written }];
}

/** Namespace in which the provider reads the Secrets of static identities, for clusters in any namespace. */
export const IDENTITY_NAMESPACE = 'capa-system';

/** Keys of the Secret of a static identity. */
export const IDENTITY_KEYS: readonly string[] = Object.freeze(['AccessKeyID', 'SecretAccessKey']);

/** Identity that the provider uses to create clusters. */
export class AwsIdentity {
  /** The credentials that the provider was installed with. */
  static controller(): AwsIdentity {
    return new AwsIdentity(CONTROLLER);
  }

  /** An existing `AWSClusterRoleIdentity`. */
  static fromRole(name: string): AwsIdentity {
    return new AwsIdentity({ ref: { kind: 'AWSClusterRoleIdentity', name } });
  }

  /** An existing `AWSClusterStaticIdentity`. */
  static fromStatic(name: string): AwsIdentity {
    return new AwsIdentity({ ref: { kind: 'AWSClusterStaticIdentity', name } });
  }

  /** A role that the provider assumes, possibly in another account; written once for all clusters that use it. */
  static role(name: string, options: AwsRoleOptions): AwsIdentity {
    const { source, ...rest } = options;
    const written = {
      ...rest,
      kind: 'role',
      source: source?.model ?? CONTROLLER,
    } as const;
    return new AwsIdentity({ ref: { kind: 'AWSClusterRoleIdentity', name }, written });
  }

  /** Access keys of a user from a Secret; written once for all clusters that use them. */
  static static(name: string, options: AwsStaticOptions): AwsIdentity {
    const written = { ...options, kind: 'static' } as const;
    return new AwsIdentity({ ref: { kind: 'AWSClusterStaticIdentity', name }, written });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AwsIdentityModel,
  ) {}
}
