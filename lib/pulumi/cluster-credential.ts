import * as kubernetes from '@pulumi/kubernetes';
import { identity } from '@pulumi/openstack';
import {
  all,
  type ComponentResource,
  type InvokeOptions,
  type Output,
  output,
  type ProviderResource,
  secret,
} from '@pulumi/pulumi';
import { dump } from 'js-yaml';
import type { ClusterModel } from '../model/cluster';
import { MOVE_LABEL } from '../render/credentials';
import { RESOURCE_SET_SECRET_TYPE } from '../render/resource-set';

/** What a credential is written with. */
export interface CredentialOptions {
  /** Component of the cluster. */
  readonly parent: ComponentResource;
  /** Provider of the cloud; absent for the default one. */
  readonly cloudProvider?: ProviderResource;
  /** Provider of the management cluster; absent for the default one. */
  readonly managementProvider?: ProviderResource;
  /** Namespace of the cluster, when it is made here. */
  readonly namespace?: kubernetes.core.v1.Namespace;
}

/** Name and file of the Secret that addons in the cluster read. */
const ADDON_SECRET = 'cloud-credentials';
const ADDON_FILES = '/etc/openstack';

/**
 * Writes the application credential of a cluster into its management cluster: once for Cluster API, once for the
 * addons in the cluster.
 */
export function writeCredential(
  cluster: ClusterModel,
  credential: identity.ApplicationCredential,
  options: CredentialOptions,
): readonly kubernetes.core.v1.Secret[] {
  const { parent, cloudProvider, managementProvider, namespace } = options;
  const { name, path, cloud, credentials } = cluster;
  const entry = cloudsEntry(cluster, credential, cloudProvider ? { provider: cloudProvider } : {});
  const ca = cloud.caCertificate;
  const resourceOptions = {
    parent,
    ...(managementProvider === undefined ? {} : { provider: managementProvider }),
    dependsOn: namespace === undefined ? [] : [namespace],
  };
  const metadata = { namespace: cluster.namespace, labels: { [MOVE_LABEL]: 'true' } };
  const forProvider = new kubernetes.core.v1.Secret(
    `${path}/credential-secret`,
    {
      metadata: { ...metadata, name: 'secretName' in credentials ? credentials.secretName : name },
      type: 'Opaque',
      stringData: {
        'clouds.yaml': cloudsYaml(credentials.cloudName, entry),
        ...(ca === undefined ? {} : { cacert: ca }),
      },
    },
    resourceOptions,
  );
  const forAddons = new kubernetes.core.v1.Secret(
    `${path}/addon-credential-secret`,
    {
      metadata: { ...metadata, name: `${name}-${ADDON_SECRET}` },
      type: RESOURCE_SET_SECRET_TYPE,
      stringData: {
        [`${ADDON_SECRET}.yaml`]: addonSecret(
          cloudsYaml(
            credentials.cloudName,
            entry,
            ca === undefined ? {} : { cacert: `${ADDON_FILES}/cacert` },
          ),
          ca,
        ),
      },
    },
    resourceOptions,
  );
  return [forProvider, forAddons];
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
  { cloud }: ClusterModel,
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

/** Secret of the cluster itself, as the text that a ClusterResourceSet applies there. */
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
