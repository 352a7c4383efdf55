/** Options of {@link AzureMachineIdentity.systemAssigned}. */
export interface AzureSystemIdentityOptions {
  /**
   * Role that the identity gets.
   *
   * @default - contributor, on the whole subscription
   * @see AzureMachineTemplate.spec.template.spec.systemAssignedIdentityRole (infrastructure.cluster.x-k8s.io)
   */
  readonly role?: {
    /** Identifier of the definition of the role. */
    readonly definitionId: string;
    /** Resource that the role is for, such as a resource group. */
    readonly scope: string;
  };
}

/** Whose rights in Azure what runs on a machine has, as plain data. */
export type AzureMachineIdentityModel =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'systemAssigned' } & AzureSystemIdentityOptions)
  | { readonly kind: 'userAssigned'; readonly ids: readonly string[] };

/** Whose rights in Azure what runs on a machine has: the cloud controller and the storage driver on a control plane. */
export class AzureMachineIdentity {
  /** Nobody's; the cloud controller then needs a service principal with a password as identity of the cluster. */
  static none(): AzureMachineIdentity {
    return new AzureMachineIdentity({ kind: 'none' });
  }

  /** An identity that Azure makes for each machine, to which the provider gives a role. */
  static systemAssigned(options: AzureSystemIdentityOptions = {}): AzureMachineIdentity {
    return new AzureMachineIdentity({ kind: 'systemAssigned', ...options });
  }

  /** Managed identities that exist, by the identifiers of their resources; the cloud controller uses the first. */
  static userAssigned(...ids: readonly string[]): AzureMachineIdentity {
    return new AzureMachineIdentity({ kind: 'userAssigned', ids });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: AzureMachineIdentityModel,
  ) {}
}
