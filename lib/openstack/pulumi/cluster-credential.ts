import * as kubernetes from '@pulumi/kubernetes';
import { identity } from '@pulumi/openstack';
import {
  all,
  type ComponentResource,
  type InvokeOptions,
  type Output,
  output,
  type ProviderResource,
  type ResourceHook,
  secret,
} from '@pulumi/pulumi';
import { dump } from 'js-yaml';
import { RESOURCE_SET_SECRET_TYPE } from '../../secrets/model/cluster-secret';
import { MOVE_LABEL } from '../../secrets/render/secret-data';
import { addonCredentialsName, CLOUD_CA_KEY } from '../model/cloud-secrets';
import type { OpenStackCluster } from '../model/cluster';
import { EXPIRY_ANNOTATION } from '../model/credential-expiry';
import { madeCredential } from '../model/credentials';

/** Options of {@link writeCredential}. */
export interface CredentialOptions {
  /** Component of the cluster. */
  readonly parent: ComponentResource;
  /** Provider of the cloud; absent for the default one. */
  readonly cloudProvider?: ProviderResource;
  /** Provider of the management cluster; absent for the default one. */
  readonly managementProvider?: ProviderResource;
  /** Namespace of the cluster, if it is created here. */
  readonly namespace?: kubernetes.core.v1.Namespace;
  /** Hook that runs before a Secret is deleted that the cluster may use. */
  readonly guard?: ResourceHook;
}

/** Name and folder of the Secret that addons in the cluster read. */
const ADDON_SECRET = 'cloud-credentials';
const ADDON_FILES = '/etc/openstack';

/**
 * Writes the application credential of a cluster to its management cluster: for Cluster API, unless it uses an
 * identity, and for the addons in the cluster.
 */
export function writeCredential(
  cluster: OpenStackCluster,
  credential: identity.ApplicationCredential,
  options: CredentialOptions,
): readonly kubernetes.core.v1.Secret[] {
  const { cloudProvider } = options;
  const entry = cloudsEntry(cluster, credential, cloudProvider ? { provider: cloudProvider } : {});
  const { credentials } = cluster;
  return [
    ...(credentials.kind === 'applicationCredential'
      ? [providerSecret(cluster, credentials.secretName, entry, options)]
      : []),
    addonCarrier(cluster, entry, options),
  ];
}

function providerSecret(
  cluster: OpenStackCluster,
  name: string,
  entry: Output<CloudsEntry>,
  options: CredentialOptions,
): kubernetes.core.v1.Secret {
  const { path, cloud, credentials } = cluster;
  const ca = cloud.caCertificate;
  return new kubernetes.core.v1.Secret(
    `${path}/credential-secret`,
    {
      metadata: secretMetadata(cluster, name),
      type: 'Opaque',
      stringData: {
        'clouds.yaml': cloudsYaml(credentials.cloudName, entry),
        ...(ca === undefined ? {} : { [CLOUD_CA_KEY]: ca }),
      },
    },
    resourceOptions(options),
  );
}

function addonCarrier(
  cluster: OpenStackCluster,
  entry: Output<CloudsEntry>,
  options: CredentialOptions,
): kubernetes.core.v1.Secret {
  const { name, path, cloud, credentials } = cluster;
  const ca = cloud.caCertificate;
  const more = ca === undefined ? {} : { cacert: `${ADDON_FILES}/${CLOUD_CA_KEY}` };
  const clouds = cloudsYaml(credentials.cloudName, entry, more);
  return new kubernetes.core.v1.Secret(
    `${path}/addon-credential-secret`,
    {
      metadata: secretMetadata(cluster, addonCredentialsName(name)),
      type: RESOURCE_SET_SECRET_TYPE,
      stringData: { [`${ADDON_SECRET}.yaml`]: addonSecret(clouds, ca) },
    },
    resourceOptions(options),
  );
}

function secretMetadata({ namespace, credentials }: OpenStackCluster, name: string) {
  const expiresAt = madeCredential(credentials)?.expiresAt;
  return {
    namespace,
    labels: { [MOVE_LABEL]: 'true' },
    ...(expiresAt === undefined ? {} : { annotations: { [EXPIRY_ANNOTATION]: expiresAt } }),
    name,
  };
}

function resourceOptions({ parent, managementProvider, namespace, guard }: CredentialOptions) {
  return {
    parent,
    ...(managementProvider === undefined ? {} : { provider: managementProvider }),
    dependsOn: namespace === undefined ? [] : [namespace],
    ...(guard === undefined ? {} : { hooks: { beforeDelete: [guard] } }),
  };
}

/** Entry of `clouds.yaml` with an application credential. */
interface CloudsEntry {
  readonly auth_type: 'v3applicationcredential';
  readonly auth: {
    readonly auth_url: string;
    readonly application_credential_id: string;
    readonly application_credential_secret: string;
  };
  readonly region_name?: string;
  readonly interface: 'public';
  readonly identity_api_version: 3;
  readonly cacert?: string;
}

function cloudsEntry(
  { cloud }: OpenStackCluster,
  credential: identity.ApplicationCredential,
  options: InvokeOptions,
): Output<CloudsEntry> {
  const scope = identity.getAuthScopeOutput({ name: `${cloud.name}-scope` }, options);
  return all([credential.id, credential.secret, scope.serviceCatalogs]).apply(
    ([id, password, catalog]): CloudsEntry => {
      const keystone = catalog
        .find((service) => service.type === 'identity')
        ?.endpoints.find((endpoint) => endpoint.interface === 'public');
      const region = cloud.region ?? keystone?.region;
      return {
        auth_type: 'v3applicationcredential',
        auth: {
          auth_url: cloud.authUrl ?? keystone?.url ?? '',
          application_credential_id: id,
          application_credential_secret: password,
        },
        ...(region === undefined ? {} : { region_name: region }),
        interface: 'public',
        identity_api_version: 3,
      };
    },
  );
}

function cloudsYaml(
  cloudName: string,
  entry: Output<CloudsEntry>,
  more: Pick<CloudsEntry, 'cacert'> = {},
): Output<string> {
  return secret(
    output(entry).apply((known) => dump({ clouds: { [cloudName]: { ...known, ...more } } })),
  );
}

/** Renders the Secret of the workload cluster, which a ClusterResourceSet applies there. */
function addonSecret(clouds: Output<string>, ca: string | undefined): Output<string> {
  return secret(
    clouds.apply((text) =>
      dump({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: ADDON_SECRET, namespace: 'kube-system' },
        type: 'Opaque',
        stringData: { 'clouds.yaml': text, ...(ca === undefined ? {} : { cacert: ca }) },
      }),
    ),
  );
}
