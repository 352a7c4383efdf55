import { addonObjects } from '../addons/rules/addon-names';
import { zoneParts } from '../cluster/model/pool-zones';
import type { ClusterSummary } from '../cluster/rules/fleet-summary';
import { type SealedSummary, sealedValues } from '../secrets/rules/sealed-values';
import { sourcedSecrets } from '../secrets/rules/secret-source-place';
import type { SecretsSubject } from '../secrets/rules/secrets-subject';
import type { AssembledCluster } from './model';
import { providerOfCluster } from './provider-registry';
import { secretsSubject } from './secrets-subject';

/** Data about one cluster that the fleet rules need, besides the data for its provider's rules. */
export type WholeSummary = ClusterSummary & SealedSummary;

/** Extracts the data about a cluster that the fleet rules need. */
export function summarize(cluster: AssembledCluster): WholeSummary {
  const secrets = secretsSubject(cluster);
  const facts = providerOfCluster(cluster).fleetFacts?.(cluster);
  return {
    path: cluster.path,
    name: cluster.name,
    namespace: cluster.namespace,
    managementCluster: cluster.managementCluster,
    cloud: cluster.cloud.path,
    cloudKind: cluster.cloud.kind,
    deployments: cluster.pools.flatMap(zoneParts).map((part) => part.deploymentName),
    objects: [...(facts?.objects ?? []), ...sourcedObjects(secrets), ...addonObjects(cluster)],
    addresses: facts?.addresses ?? [],
    ...facts?.own,
    sealed: sealedValues(secrets),
  };
}

function sourcedObjects(secrets: SecretsSubject): readonly string[] {
  return sourcedSecrets(secrets).flatMap(({ secret }) =>
    secret.ofIdentity === true ? [] : [`Secret ${secret.name}`],
  );
}
