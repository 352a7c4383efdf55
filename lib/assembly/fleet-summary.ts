import { addonObjects } from '../addons/rules/addon-names';
import { zoneParts } from '../cluster/model/pool-zones';
import { type CloudSummary, cloudFacts, credentialObjects } from '../openstack/rules/cloud-summary';
import { reachedAddresses } from '../openstack/rules/fleet-addresses';
import { type SealedSummary, sealedValues } from '../secrets/rules/sealed-values';
import { sourcedSecrets } from '../secrets/rules/secret-source-place';
import type { SecretsSubject } from '../secrets/rules/secrets-subject';
import type { AssembledCluster } from './model';
import { secretsSubject } from './secrets-subject';

/** What the rules on a whole fleet remember of one cluster: each subject adds its own. */
export type WholeSummary = CloudSummary & SealedSummary;

/** Remembers of a cluster what the rules on a whole fleet need. */
export function summarize(cluster: AssembledCluster): WholeSummary {
  const secrets = secretsSubject(cluster);
  return {
    path: cluster.path,
    name: cluster.name,
    namespace: cluster.namespace,
    managementCluster: cluster.managementCluster,
    cloud: cluster.cloud.path,
    deployments: cluster.pools.flatMap(zoneParts).map((part) => part.deploymentName),
    objects: [...credentialObjects(cluster), ...sourcedObjects(secrets), ...addonObjects(cluster)],
    addresses: reachedAddresses(cluster),
    ...cloudFacts(cluster),
    sealed: sealedValues(secrets),
  };
}

function sourcedObjects(secrets: SecretsSubject): readonly string[] {
  return sourcedSecrets(secrets).flatMap(({ secret }) =>
    secret.ofIdentity === true ? [] : [`Secret ${secret.name}`],
  );
}
