import { RESERVED_SECRETS } from '../../cluster/rules/names';
import { AUTHORITIES, AUTHORITY_SUFFIXES } from './certificates';
import type { KubeadmCluster } from './cluster';

/** Cluster, as far as it decides on the names of Secrets. */
export interface ReservedSubject extends Pick<KubeadmCluster, 'name' | 'namespace'> {
  readonly controlPlane: Pick<KubeadmCluster['controlPlane'], 'certificates' | 'etcd'>;
}

/** Names of the Secrets that Cluster API makes for a cluster itself. */
export function reservedSecrets(cluster: ReservedSubject): readonly string[] {
  const given = givenSecrets(cluster);
  return [...RESERVED_SECRETS]
    .filter((suffix) => !given.has(suffix))
    .map((suffix) => `${cluster.name}-${suffix}`);
}

/** Ends of the names of Secrets that the program says are the user's; an own authority may sign a kubeconfig. */
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
