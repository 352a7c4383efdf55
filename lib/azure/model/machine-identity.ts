/** Options of {@link AzureMachineIdentity.systemAssigned}. */
export interface AzureSystemIdentityOptions {
  /**
   * Role assigned to the identity.
   *
   * @default - Contributor on the whole subscription
   * @see AzureMachineTemplate.spec.template.spec.systemAssignedIdentityRole (infrastructure.cluster.x-k8s.io)
   */
  readonly role?: {
    /** ID of the role definition. */
    readonly definitionId: string;
    /** Scope of the role assignment, such as a resource group. */
    readonly scope: string;
  };
}

/** Identity of workloads on a machine in Azure, as plain data. */
export type AzureMachineIdentityModel =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'systemAssigned' } & AzureSystemIdentityOptions)
  | { readonly kind: 'userAssigned'; readonly ids: readonly string[] };

/** Identity of workloads on a machine in Azure, such as the cloud controller and the storage driver on a control plane. */
export class AzureMachineIdentity {
  /** No identity. The cloud controller then needs a service principal with a password as the cluster's identity. */
  static none(): AzureMachineIdentity {
    return new AzureMachineIdentity({ kind: 'none' });
  }

  /** An identity that Azure creates for each machine, to which the provider assigns a role. */
  static systemAssigned(options: AzureSystemIdentityOptions = {}): AzureMachineIdentity {
    return new AzureMachineIdentity({ kind: 'systemAssigned', ...options });
  }

  /** Existing managed identities by their resource IDs; the cloud controller uses the first. */
  static userAssigned(...ids: readonly string[]): AzureMachineIdentity {
    return new AzureMachineIdentity({ kind: 'userAssigned', ids });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: AzureMachineIdentityModel,
  ) {}
}
