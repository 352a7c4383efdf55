import { compact, type Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { ProviderRelease } from '../../cluster/model/infrastructure-provider';
import { compareMinors, providerOf } from '../../cluster/model/profile';
import type { OpenStackCluster } from '../model/cluster';

/** Provider from which on an identity has a type, which kubectl wants to see although it has a default. */
const TYPED_IDENTITIES = '0.14';

/** What has credentials, and which entry of its `clouds.yaml` is used where. */
export interface Identity {
  /** Whether it is a Secret or an OpenStackClusterIdentity. */
  readonly kind: 'secret' | 'clusterIdentity';
  /** Name of that object. */
  readonly name: string;
  /** Entry of `clouds.yaml`. */
  readonly cloudName: string;
  /** Region over that of the entry. */
  readonly region?: string | undefined;
}

/** Reference to credentials. */
export function identityRef(
  { kind, name, cloudName, region }: Identity,
  { minor }: ProviderRelease,
): Fields {
  if (kind === 'clusterIdentity') {
    return compact({ type: 'ClusterIdentity', name, cloudName, region });
  }
  const typed = compareMinors(minor, TYPED_IDENTITIES) >= 0;
  return compact({ type: typed ? 'Secret' : undefined, name, cloudName, region });
}

/** Reference to the credentials of a cluster. */
export function clusterIdentityRef(cluster: OpenStackCluster): Fields {
  const { credentials } = cluster;
  const { cloudName, region } = credentials;
  const isIdentity = credentials.kind === 'clusterIdentity';
  const name = isIdentity ? credentials.identityName : credentials.secretName;
  const kind = isIdentity ? 'clusterIdentity' : 'secret';
  return identityRef({ kind, name, cloudName, region }, providerOf(cluster));
}

/** Reference to credentials without the type that older providers do not know. */
export function neutralIdentity(reference: unknown): unknown {
  if (!isMap(reference) || reference.type !== 'Secret') return reference;
  const { type: _, ...rest } = reference;
  return rest;
}
