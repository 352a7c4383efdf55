import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Options of all kinds of credentials. */
export interface CloudEntryOptions {
  /**
   * Entry of `clouds.yaml` to use.
   *
   * @default 'openstack'
   * @see OpenStackCluster.spec.identityRef.cloudName (infrastructure.cluster.x-k8s.io)
   */
  readonly cloudName?: string;
  /**
   * Region of the cloud, which overrides that of the entry.
   *
   * The provider does not accept changes to it once the cluster exists.
   *
   * @default - the region of the entry
   * @see OpenStackCluster.spec.identityRef.region (infrastructure.cluster.x-k8s.io)
   */
  readonly region?: string;
  /**
   * Time at which the credentials expire, in RFC 3339.
   *
   * The command line reports the expiry in advance. A cluster with expired credentials can be neither changed nor
   * deleted.
   *
   * @default - no known expiry
   */
  readonly expiresAt?: string;
}

/** Options of {@link CloudCredentials.fromSecret}. */
export interface SecretCredentialsOptions extends CloudEntryOptions {
  /**
   * Source of the Secret that delivers the credentials into the cluster, for its cloud controller and CSI driver.
   *
   * The Secret has the type `addons.cluster.x-k8s.io/resource-set` and contains the manifest of a Secret.
   *
   * @default - the Secret exists before the cluster; with External Secrets it is created from the same entries
   */
  readonly addons?: SecretSourceModel;
}

/** Options of credentials for which the source of the Secret is written. */
export interface SourcedCredentialsOptions extends SecretCredentialsOptions {
  /**
   * Name of the Secret in the cluster's namespace.
   *
   * @default - the cluster's name followed by `-cloud-config`
   */
  readonly secretName?: string;
}

/** Application credential that `pulumi up` creates for the addons of a cluster. */
export interface OwnCredentialOptions {
  /**
   * Roles of the credential, which its creator must have.
   *
   * @default - all roles of its creator
   */
  readonly roles?: readonly string[];
  /**
   * Time at which the credential expires, in RFC 3339.
   *
   * @default - the credential does not expire
   */
  readonly expiresAt?: string;
}

/** Options of {@link CloudCredentials.applicationCredential}. */
export interface ApplicationCredentialOptions extends CloudEntryOptions {
  /**
   * Roles of the credential, which its creator must have.
   *
   * @default - all roles of its creator
   */
  readonly roles?: readonly string[];
  /**
   * Name of the Secret in the cluster's namespace.
   *
   * @default - the cluster's name followed by `-cloud-config`
   */
  readonly secretName?: string;
}

/** Options of {@link CloudCredentials.fromClusterIdentity}. */
export interface IdentityCredentialsOptions extends SecretCredentialsOptions {
  /**
   * Application credential that `pulumi up` creates for the cloud controller and the CSI driver of each cluster.
   *
   * Cluster API itself keeps using the identity, so the identity's credentials never enter the cluster.
   *
   * @default - no application credential
   */
  readonly applicationCredential?: OwnCredentialOptions;
}

/** Options of {@link CloudCredentials.clusterIdentity}. */
export interface ClusterIdentityOptions extends IdentityCredentialsOptions {
  /**
   * Secret with the key `clouds.yaml`, and `cacert` if the cloud has a `caCertificate`.
   *
   * It can be in any namespace of the management cluster.
   *
   * @see OpenStackClusterIdentity.spec.secretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly secretRef: { readonly name: string; readonly namespace: string };
  /**
   * Labels that a namespace needs for its clusters to use the identity.
   *
   * @default - all namespaces can use the identity
   * @see OpenStackClusterIdentity.spec.namespaceSelector (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
  /**
   * Source of the Secret.
   *
   * @default - the Secret exists before the cluster
   */
  readonly source?: SecretSourceModel;
}

/** Options of {@link CloudCredentials.plaintextInManifests}. */
export interface PlaintextCredentialsOptions extends CloudEntryOptions {
  /** Contents of `clouds.yaml`, including the password. */
  readonly cloudsYaml: string;
  /**
   * CA certificates of the cloud's endpoints, in PEM format.
   *
   * @default - the CA certificates in the provider's image
   */
  readonly caCertificate?: string;
  /**
   * Name of the Secret that is written.
   *
   * @default - the cluster's name followed by `-cloud-config`
   */
  readonly secretName?: string;
}
