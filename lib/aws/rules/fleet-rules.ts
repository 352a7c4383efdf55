import type { Rule } from '../../base/rule';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import {
  ownNameRule,
  sameIdentityRule,
  type WrittenIdentity,
} from '../../cluster/rules/shared-place-rules';
import { externalAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import type { AwsCluster } from '../model/cluster';

/** What the rules on clusters of AWS remember of one of them, besides what all rules do. */
export interface AwsFacts {
  /** Identity that is written, by its kind and name, with its contents in JSON; undefined for none. */
  readonly awsIdentity: WrittenIdentity | undefined;
}

/** What the rules on clusters of AWS remember of one of them. */
export type AwsSummary = ClusterSummary & AwsFacts;

/** Remembers of a cluster what the rules on a whole fleet need. */
export function fleetFacts({ identity, endpoint, apiServerPort }: AwsCluster): FleetFacts {
  const { ref, written } = identity;
  const own: AwsFacts = {
    awsIdentity: written && { name: `${ref.kind} ${ref.name}`, contents: JSON.stringify(written) },
  };
  return {
    objects: [],
    addresses: endpoint.kind === 'external' ? [externalAddress(endpoint, apiServerPort)] : [],
    own,
  };
}

/** Rules on all clusters of AWS together. */
export const AWS_FLEET_RULES: readonly Rule<FleetSummary<AwsSummary>>[] = [
  ownNameRule({
    id: 'aws-cluster-name',
    reason:
      'What the provider makes for a cluster has its name and a tag with it, by which it takes what another cluster of the name has.',
    source: 'CAPA@v2.11.1:api/v1beta2/tags.go',
    place: 'account',
    placeOf: ({ cloud }) => cloud,
  }),
  sameIdentityRule({
    id: 'aws-identity-contents',
    source:
      'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsclusterroleidentities.yaml',
    identityClass: 'AwsIdentity',
    identityOf: ({ awsIdentity }) => awsIdentity,
  }),
];
