import type { AddonModel, CarriedSecret } from '../addons/model/addon';
import type { ClusterModel } from '../cluster/model/cluster';
import { type CredentialsModel, madeCredential } from '../openstack/model/credentials';
import type { SecretSourceModel } from '../secrets/model/secret-source';
import { chartSecrets, fileSecrets, type SecretUse } from './secret-uses';

/** Who writes a Secret, where it does not have to be there before. */
export type SecretWriter =
  | 'ExternalSecret'
  | 'SealedSecret'
  | 'SOPS file'
  | 'pulumi up'
  | 'manifests';

/** Secret of a management cluster that a cluster needs, with all that is wanted of it. */
export interface ClusterSecret {
  /** Namespace in the management cluster. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read, in order. */
  readonly keys: readonly string[];
  /** Type that it has to have; absent where any will do. */
  readonly type?: string;
  /** Places of the program that name it. */
  readonly uses: readonly SecretUse[];
  /** Secret of the workload cluster whose manifest it carries there. */
  readonly carries?: CarriedSecret;
  /** Whether an identity points to it, so that clusters share it and its source is written beside the identity. */
  readonly ofIdentity?: true;
  /** Where it comes from; absent where it exists already or something else writes it. */
  readonly source?: SecretSourceModel;
  /** Certificates, in PEM, that its source fills in under the key `cacert`. */
  readonly caCertificate?: string;
  /** Who writes it; absent where it has to be there before. */
  readonly writtenBy?: SecretWriter;
  /** Moment from which the cloud refuses what it holds; absent where none is known. */
  readonly expiresAt?: string;
}

/** Type of Secrets that Cluster API brings into workload clusters. */
export const RESOURCE_SET_SECRET_TYPE = 'addons.cluster.x-k8s.io/resource-set';

/** Key of the certificates of a cloud's authority, beside `clouds.yaml`. */
export const CLOUD_CA_KEY = 'cacert';

/** Key of the credentials of a cloud. */
export const CLOUDS_KEY = 'clouds.yaml';

const WRITERS = Object.freeze({
  externalSecret: 'ExternalSecret',
  sealedSecret: 'SealedSecret',
  sopsFile: 'SOPS file',
} as const);

const known = new WeakMap<ClusterModel, readonly ClusterSecret[]>();

/** Secrets of the management cluster that a cluster needs, by their namespaces and names. */
export function clusterSecrets(cluster: ClusterModel): readonly ClusterSecret[] {
  const found = known.get(cluster) ?? collect(cluster);
  known.set(cluster, found);
  return found;
}

/** Name of the Secret that brings the credentials of a cluster into it, unless an addon says otherwise. */
export function addonCredentialsName(cluster: string): string {
  return `${cluster}-cloud-credentials`;
}

/** Keys of a Secret with the credentials of a cloud. */
export function cloudKeys(cloud: ClusterModel['cloud']): readonly string[] {
  return cloud.caCertificate === undefined ? [CLOUDS_KEY] : [CLOUDS_KEY, CLOUD_CA_KEY];
}

function collect(cluster: ClusterModel): readonly ClusterSecret[] {
  const { namespace } = cluster;
  const secrets = new Map<string, ClusterSecret>();
  const add = (secret: ClusterSecret): void => {
    const key = `${secret.namespace}/${secret.name}`;
    const other = secrets.get(key);
    secrets.set(key, other === undefined ? secret : merged(other, secret));
  };
  for (const secret of credentialSecrets(cluster)) add(secret);
  for (const use of identitySecrets(cluster)) add({ namespace, ...secretOf(use) });
  for (const use of fileSecrets(cluster)) add({ namespace, ...secretOf(use) });
  for (const addon of cluster.addons) {
    for (const secret of carriedSecrets(cluster, addon)) add(secret);
    for (const use of chartSecrets(addon)) add({ namespace, ...secretOf(use) });
  }
  return [...secrets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, secret]) => secret);
}

function credentialSecrets(cluster: ClusterModel): readonly ClusterSecret[] {
  const { path, namespace, cloud, credentials } = cluster;
  const prop = 'credentials';
  const keys = cloudKeys(cloud);
  const { expiresAt } = credentials;
  const common = {
    ...(cloud.caCertificate === undefined ? {} : { caCertificate: cloud.caCertificate }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  if (credentials.kind === 'clusterIdentity') {
    const { identity } = credentials;
    if (identity === undefined) return [];
    const { secretRef, source } = identity;
    const use = { path, prop, name: secretRef.name, keys, ...(source && { source }) };
    return [{ ...common, namespace: secretRef.namespace, ...secretOf(use), ofIdentity: true }];
  }
  const source = credentials.kind === 'secret' ? credentials.source : undefined;
  const use = { path, prop, name: credentials.secretName, keys, ...(source && { source }) };
  const writtenBy = writerOf(credentials);
  return [{ ...common, namespace, ...secretOf(use), ...(writtenBy && { writtenBy }) }];
}

/** Secrets with credentials of machines of their own. */
function identitySecrets({ controlPlane, pools, cloud }: ClusterModel): readonly SecretUse[] {
  return [controlPlane, ...pools].flatMap(({ path, identity }) =>
    identity?.kind === 'secret'
      ? [{ path, prop: 'identity', name: identity.name, keys: cloudKeys(cloud) }]
      : [],
  );
}

function writerOf({ kind }: CredentialsModel): SecretWriter | undefined {
  if (kind === 'plaintext') return 'manifests';
  return kind === 'applicationCredential' ? 'pulumi up' : undefined;
}

function carriedSecrets(cluster: ClusterModel, addon: AddonModel): readonly ClusterSecret[] {
  const { namespace, credentials, name, cloud } = cluster;
  return addon.payload.flatMap((payload): ClusterSecret[] => {
    if (payload.kind !== 'existingSecret') return [];
    const { secretName, carries, source } = payload;
    const keys = carries === undefined ? [] : [`${carries.name}.yaml`];
    const use = { path: addon.path, prop: 'secretName', name: secretName, keys };
    const secret = secretOf({ ...use, type: RESOURCE_SET_SECRET_TYPE, ...(source && { source }) });
    const isMade =
      secretName === addonCredentialsName(name) && madeCredential(credentials) !== undefined;
    return [
      {
        namespace,
        ...secret,
        ...(carries && { carries }),
        ...(carries?.keys.includes(CLOUD_CA_KEY) && cloud.caCertificate !== undefined
          ? { caCertificate: cloud.caCertificate }
          : {}),
        ...(isMade ? { writtenBy: 'pulumi up' as const } : {}),
      },
    ];
  });
}

function secretOf(use: SecretUse): Omit<ClusterSecret, 'namespace'> {
  const { name, keys, type, source } = use;
  return {
    name,
    keys,
    uses: [use],
    ...(type === undefined ? {} : { type }),
    ...(source === undefined ? {} : { source, writtenBy: WRITERS[source.kind] }),
  };
}

function merged(first: ClusterSecret, second: ClusterSecret): ClusterSecret {
  const keys = [...new Set([...first.keys, ...second.keys])].sort();
  return { ...second, ...first, keys, uses: [...first.uses, ...second.uses] };
}
