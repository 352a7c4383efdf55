import type { CloudModel } from '../../cluster/model/cloud';
import {
  type ClusterSecret,
  type SecretFacts,
  type SecretWriter,
  usedSecret,
} from '../../secrets/model/cluster-secret';
import type { OpenStackCluster } from './cluster';
import { type CredentialsModel, madeCredential } from './credentials';

/** Secret key of a cloud's CA certificates, next to `clouds.yaml`. */
export const CLOUD_CA_KEY = 'cacert';

/** Secret key of the credentials of a cloud. */
export const CLOUDS_KEY = 'clouds.yaml';

/** Returns the default name of the Secret that delivers the credentials into a cluster. */
export function addonCredentialsName(cluster: string): string {
  return `${cluster}-cloud-credentials`;
}

/** Returns the keys of a Secret with the credentials of a cloud. */
export function cloudKeys(cloud: CloudModel): readonly string[] {
  return cloud.caCertificate === undefined ? [CLOUDS_KEY] : [CLOUDS_KEY, CLOUD_CA_KEY];
}

/** Returns what is known about the Secret that delivers credentials into a cluster, by its name and the keys that are read. */
export function addonCredentialsFacts(
  { name, cloud, credentials }: Pick<OpenStackCluster, 'name' | 'cloud' | 'credentials'>,
  secretName: string,
  keys: readonly string[],
): SecretFacts {
  const made = secretName === addonCredentialsName(name) ? madeCredential(credentials) : undefined;
  return {
    ...(keys.includes(CLOUD_CA_KEY) ? filledBy(cloud) : {}),
    ...(made && {
      writtenBy: 'pulumi up',
      ...(made.expiresAt === undefined ? {} : { expiresAt: made.expiresAt }),
    }),
  };
}

/** Lists the Secrets of the management cluster with the credentials of a cluster and of its machines. */
export function cloudSecrets(cluster: OpenStackCluster): readonly ClusterSecret[] {
  return [...credentialSecrets(cluster), ...identitySecrets(cluster)];
}

function credentialSecrets(cluster: OpenStackCluster): readonly ClusterSecret[] {
  const { path, namespace, cloud, credentials } = cluster;
  const prop = 'credentials';
  const keys = cloudKeys(cloud);
  const { expiresAt } = credentials;
  const common = { ...filledBy(cloud), ...(expiresAt === undefined ? {} : { expiresAt }) };
  if (credentials.kind === 'clusterIdentity') {
    const { identity } = credentials;
    if (identity === undefined) return [];
    const { secretRef, source } = identity;
    const use = { path, prop, name: secretRef.name, keys, ...(source && { source }) };
    return [usedSecret(secretRef.namespace, use, { ...common, ofIdentity: true })];
  }
  const source = credentials.kind === 'secret' ? credentials.source : undefined;
  const use = { path, prop, name: credentials.secretName, keys, ...(source && { source }) };
  const writtenBy = writerOf(credentials);
  return [usedSecret(namespace, use, { ...common, ...(writtenBy && { writtenBy }) })];
}

/** Lists the Secrets with the machines' own credentials. */
function identitySecrets(cluster: OpenStackCluster): readonly ClusterSecret[] {
  const { namespace, controlPlane, pools, cloud } = cluster;
  return [controlPlane, ...pools].flatMap(({ path, identity }) =>
    identity?.kind === 'secret'
      ? [
          usedSecret(namespace, {
            path,
            prop: 'identity',
            name: identity.name,
            keys: cloudKeys(cloud),
          }),
        ]
      : [],
  );
}

function filledBy({ caCertificate }: CloudModel): Pick<SecretFacts, 'filled'> {
  return caCertificate === undefined ? {} : { filled: { [CLOUD_CA_KEY]: caCertificate } };
}

function writerOf({ kind }: CredentialsModel): SecretWriter | undefined {
  if (kind === 'plaintext') return 'manifests';
  return kind === 'applicationCredential' ? 'pulumi up' : undefined;
}
