/** Where the OpenStack provider finds the credentials of a cluster. */
export type CredentialsModel =
  | {
      readonly kind: 'secret';
      readonly secretName: string;
      readonly cloudName: string;
    }
  | {
      /** Application credential that `pulumi up` makes and writes into the management cluster. */
      readonly kind: 'applicationCredential';
      readonly secretName: string;
      readonly cloudName: string;
      /** Roles of the credential; absent takes all of its maker's. */
      readonly roles?: readonly string[];
    }
  | {
      readonly kind: 'clusterIdentity';
      readonly identityName: string;
      readonly cloudName: string;
      /** Absent where the identity exists already and is not written. */
      readonly identity?: ClusterIdentityModel;
    }
  | {
      readonly kind: 'plaintext';
      readonly secretName: string;
      readonly cloudName: string;
      readonly cloudsYaml: string;
      readonly caCertificate?: string;
    };

/** Contents of an OpenStackClusterIdentity. */
export interface ClusterIdentityModel {
  /** Secret with `clouds.yaml`, in any namespace. */
  readonly secretRef: { readonly name: string; readonly namespace: string };
  /** Labels of the namespaces that may use the identity; absent admits all. */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
}

/** Options of {@link CloudCredentials.fromSecret}. */
export interface SecretCredentialsOptions {
  /**
   * Entry of `clouds.yaml` to use.
   *
   * @default 'openstack'
   * @see OpenStackCluster.spec.identityRef.cloudName (infrastructure.cluster.x-k8s.io)
   */
  readonly cloudName?: string;
}

/** Options of {@link CloudCredentials.applicationCredential}. */
export interface ApplicationCredentialOptions extends SecretCredentialsOptions {
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

/** Options of {@link CloudCredentials.clusterIdentity}. */
export interface ClusterIdentityOptions extends SecretCredentialsOptions {
  /** Secret with the key `clouds.yaml`, in any namespace of the management cluster. */
  readonly secretRef: { readonly name: string; readonly namespace: string };
  /**
   * Labels that a namespace needs for its clusters to use the identity.
   *
   * @default - every namespace may use it
   * @see OpenStackClusterIdentity.spec.namespaceSelector (infrastructure.cluster.x-k8s.io)
   */
  readonly namespaceSelector?: Readonly<Record<string, string>>;
}

/** Options of {@link CloudCredentials.plaintextInManifests}. */
export interface PlaintextCredentialsOptions extends SecretCredentialsOptions {
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

/** Entry of `clouds.yaml` that is used unless another one is named. */
const DEFAULT_CLOUD_NAME = 'openstack';

/** Credentials with which Cluster API reaches an OpenStack cloud. */
export class CloudCredentials {
  /** Secret that exists in the namespace of every cluster, with the key `clouds.yaml`. */
  static fromSecret(secretName: string, options: SecretCredentialsOptions = {}): CloudCredentials {
    return new CloudCredentials({ kind: 'secret', secretName, cloudName: cloudName(options) });
  }

  /**
   * Application credential of each cluster's own, which `pulumi up` makes and writes into the management cluster.
   *
   * It is restricted: it can make no other credentials. It reaches the cluster's addons as well.
   */
  static applicationCredential(options: ApplicationCredentialOptions = {}): CloudCredentials {
    const { roles, secretName = '' } = options;
    return new CloudCredentials({
      kind: 'applicationCredential',
      secretName,
      cloudName: cloudName(options),
      ...(roles === undefined ? {} : { roles }),
    });
  }

  /** OpenStackClusterIdentity that exists in the management cluster. */
  static fromClusterIdentity(
    identityName: string,
    options: SecretCredentialsOptions = {},
  ): CloudCredentials {
    return new CloudCredentials({
      kind: 'clusterIdentity',
      identityName,
      cloudName: cloudName(options),
    });
  }

  /** OpenStackClusterIdentity that is written beside the clusters and points to a Secret. */
  static clusterIdentity(identityName: string, options: ClusterIdentityOptions): CloudCredentials {
    const { secretRef, namespaceSelector } = options;
    return new CloudCredentials({
      kind: 'clusterIdentity',
      identityName,
      cloudName: cloudName(options),
      identity: { secretRef, ...(namespaceSelector === undefined ? {} : { namespaceSelector }) },
    });
  }

  /** Credentials written in plain text into the manifests, for a repository that may hold them. */
  static plaintextInManifests(options: PlaintextCredentialsOptions): CloudCredentials {
    return new CloudCredentials({
      kind: 'plaintext',
      secretName: options.secretName ?? '',
      cloudName: cloudName(options),
      cloudsYaml: options.cloudsYaml,
      ...(options.caCertificate === undefined ? {} : { caCertificate: options.caCertificate }),
    });
  }

  private constructor(
    /** Model data of the choice; an empty Secret name stands for the derived one. */
    readonly model: CredentialsModel,
  ) {}
}

function cloudName(options: SecretCredentialsOptions): string {
  return options.cloudName ?? DEFAULT_CLOUD_NAME;
}
