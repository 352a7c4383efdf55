import { RESERVED_SECRETS } from '../../cluster/rules/names';
import { AUTHORITIES, AUTHORITY_SUFFIXES } from './certificates';
import type { KubeadmCluster } from './cluster';

/** Fields of a cluster that determine which names of Secrets are reserved. */
export interface ReservedSubject extends Pick<KubeadmCluster, 'name' | 'namespace'> {
  readonly controlPlane: Pick<KubeadmCluster['controlPlane'], 'certificates' | 'etcd'>;
}

/** Returns the names of the Secrets that Cluster API generates for a cluster. */
export function reservedSecrets(cluster: ReservedSubject): readonly string[] {
  const given = givenSecrets(cluster);
  return [...RESERVED_SECRETS]
    .filter((suffix) => !given.has(suffix))
    .map((suffix) => `${cluster.name}-${suffix}`);
}

/** Returns the name suffixes of Secrets that the user provides; the user's own CA can sign a kubeconfig too. */
function givenSecrets({
  controlPlane: { certificates, etcd },
}: ReservedSubject): ReadonlySet<string> {
  const given = new Set<string>();
  for (const authority of AUTHORITIES) {
    if (certificates?.authorities?.[authority] === undefined) continue;
    given.add(AUTHORITY_SUFFIXES[authority]);
    if (authority === 'cluster') given.add('kubeconfig');
  }
  if (etcd?.kind === 'external')
    for (const end of ['etcd', 'apiserver-etcd-client']) given.add(end);
  return given;
}
