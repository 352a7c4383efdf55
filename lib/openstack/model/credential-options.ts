import type { SecretSourceModel } from '../../secrets/model/secret-source';

/** Options that credentials of every kind have. */
export interface CloudEntryOptions {
  /**
   * Entry of `clouds.yaml` to use.
   *
   * @default 'openstack'
   * @see OpenStackCluster.spec.identityRef.cloudName (infrastructure.cluster.x-k8s.io)
   */
  readonly cloudName?: string;
  /**
   * Region of the cloud, over the one of the entry.
   *
   * The provider takes no change of it once a cluster is made.
   *
   * @default - that of the entry
   * @see OpenStackCluster.spec.identityRef.region (infrastructure.cluster.x-k8s.io)
   */
  readonly region?: string;
  /**
   * Moment from which the cloud refuses the credentials, in RFC 3339.
   *
   * The command line tells of it before it passes. A cluster whose credentials have expired can neither be changed nor
   * deleted.
   *
   * @default - no end is known
   */
  readonly expiresAt?: string;
}

/** Options of {@link CloudCredentials.fromSecret}. */
export interface SecretCredentialsOptions extends CloudEntryOptions {
  /**
   * Where the Secret comes from that brings the credentials into the cluster, for its cloud controller and storage.
   *
   * It has the type `addons.cluster.x-k8s.io/resource-set` and carries the manifest of a Secret.
   *
   * @default - it exists before the cluster; with External Secrets it is made from the same entries
   */
  readonly addons?: SecretSourceModel;
}

/** Options of credentials whose Secret is written as what it is made from. */
export interface SourcedCredentialsOptions extends SecretCredentialsOptions {
  /**
   * Name of the Secret in the cluster's namespace.
   *
   * @default - the cluster's name with `-cloud-config`
   */
  readonly secretName?: string;
}

/** Application credential that `pulumi up` makes for what runs in a cluster. */
export interface OwnCredentialOptions {
  /**
   * Roles of the credential, of those that its maker has.
   *
   * @default - all of them
   */
  readonly roles?: readonly string[];
  /**
   * Moment from which the cloud refuses the credential, in RFC 3339.
   *
   * @default - it does not expire
   */
  readonly expiresAt?: string;
}

/** Options of {@link CloudCredentials.applicationCredential}. */
export interface ApplicationCredentialOptions extends CloudEntryOptions {
  /**
   * Roles of the credential, of those that its maker has.
   *
   * @default - all of them
   */
  readonly roles?: readonly string[];
  /**
   * Name of the Secret in the cluster's namespace.
   *
   * @default - the cluster's name with `-cloud-config`
   */
  readonly secretName?: string;
}

/** Options of {@link CloudCredentials.fromClusterIdentity}. */
export interface IdentityCredentialsOptions extends SecretCredentialsOptions {
  /**
   * Application credential that `pulumi up` makes for the cloud controller and the storage of each cluster.
   *
   * Cluster API itself keeps to the identity, so that what it holds never gets into the cluster.
   *
   * @default - none is made
   */
  readonly applicationCredential?: OwnCredentialOptions;
}

/** Options of {@link CloudCredentials.clusterIdentity}. */
export interface ClusterIdentityOptions extends IdentityCredentialsOptions {
  /**
   * Secret with the key `clouds.yaml`, and `cacert` where the cloud has a `caCertificate`, in any namespace of the
   * management cluster.
   *
   * @see OpenStackClusterIdentity.spec.secretRef (infrastructure.cluster.x-k8s.io)
   */
  readonly secretRef: { readonly name: string; readonly namespace: string };
  /**
   * Labels that a namespace needs for its clusters to use the identity.
   *
   * @default - every namespace may use it
   * @see OpenStackClusterIdentity.spec.namespaceSelector (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
  /**
   * Where the Secret comes from.
   *
   * @default - it exists before the cluster
   */
  readonly source?: SecretSourceModel;
}

/** Options of {@link CloudCredentials.plaintextInManifests}. */
export interface PlaintextCredentialsOptions extends CloudEntryOptions {
  /** Contents of `clouds.yaml`, password included. */
  readonly cloudsYaml: string;
  /**
   * Certificates of the authority that signed the cloud's endpoints, in PEM.
   *
   * @default - the authorities of the provider's image
   */
  readonly caCertificate?: string;
  /**
   * Name of the Secret that is written.
   *
   * @default - the cluster's name with `-cloud-config`
   */
  readonly secretName?: string;
}
