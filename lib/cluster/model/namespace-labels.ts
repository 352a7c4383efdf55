import type { CredentialsModel } from '../../openstack/model/credentials';
import type { ClusterModel } from './cluster';

/** Label by which a cluster's ClusterResourceSets select it and no other one. */
export const CLUSTER_LABEL = 'capi-fleet/cluster';

/** Label of every namespace, with its name. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** Labels of the namespace that is written with a cluster, those by which its credentials admit it included. */
export function namespaceLabels({
  name,
  credentials,
}: Pick<ClusterModel, 'name' | 'credentials'>): Readonly<Record<string, string>> {
  return { ...selectorOf(credentials), [CLUSTER_LABEL]: name };
}

/** Labels that a namespace needs for an identity that is written; undefined where it admits all. */
export function selectorOf(
  credentials: CredentialsModel,
): Readonly<Record<string, string>> | undefined {
  return credentials.kind === 'clusterIdentity'
    ? credentials.identity?.namespaceSelector
    : undefined;
}
