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

/** Facts about a cluster for the fleet rules of AWS, in addition to the common ones. */
export interface AwsFacts {
  /** Written identity by kind and name, with its contents in JSON; undefined if there is none. */
  readonly awsIdentity: WrittenIdentity | undefined;
}

/** Summary of a cluster for the fleet rules of AWS. */
export type AwsSummary = ClusterSummary & AwsFacts;

/** Returns the facts about a cluster that fleet rules need. */
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

/** Rules for all AWS clusters together. */
export const AWS_FLEET_RULES: readonly Rule<FleetSummary<AwsSummary>>[] = [
  ownNameRule({
    id: 'aws-cluster-name',
    reason:
      'The provider names and tags resources after the cluster, so it takes over those of another cluster with the same name.',
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
