import { compact, type Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { ProviderRelease } from '../../cluster/model/infrastructure-provider';
import { compareMinors, providerOf } from '../../cluster/model/profile';
import type { OpenStackCluster } from '../model/cluster';

/** First provider release whose identities have a type, which kubectl requires although it has a default. */
const TYPED_IDENTITIES = '0.14';

/** Object with credentials, and the entry and region of its `clouds.yaml` to use. */
export interface Identity {
  /** Kind of the object: a Secret or an OpenStackClusterIdentity. */
  readonly kind: 'secret' | 'clusterIdentity';
  /** Name of the object. */
  readonly name: string;
  /** Entry of `clouds.yaml`. */
  readonly cloudName: string;
  /** Region, which overrides that of the entry. */
  readonly region?: string | undefined;
}

/** Renders a reference to credentials. */
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

/** Renders the reference to the credentials of a cluster. */
export function clusterIdentityRef(cluster: OpenStackCluster): Fields {
  const { credentials } = cluster;
  const { cloudName, region } = credentials;
  const isIdentity = credentials.kind === 'clusterIdentity';
  const name = isIdentity ? credentials.identityName : credentials.secretName;
  const kind = isIdentity ? 'clusterIdentity' : 'secret';
  return identityRef({ kind, name, cloudName, region }, providerOf(cluster));
}

/** Returns a reference to credentials without the type that older providers do not know. */
export function neutralIdentity(reference: unknown): unknown {
  if (!isMap(reference) || reference.type !== 'Secret') return reference;
  const { type: _, ...rest } = reference;
  return rest;
}
