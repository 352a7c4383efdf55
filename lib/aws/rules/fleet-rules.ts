import { nameIt } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { groupsOf, namespaceKey } from '../../cluster/rules/fleet-groups';
import type { ClusterSummary, FleetSummary } from '../../cluster/rules/fleet-summary';
import { externalAddress } from '../../cluster/rules/taken-addresses';
import type { FleetFacts } from '../../provider/provider';
import type { AwsCluster } from '../model/cluster';

/** What the rules on clusters of AWS remember of one of them, besides what all rules do. */
export interface AwsFacts {
  /** Identity that is written, by its kind and name, with its contents in JSON; undefined for none. */
  readonly awsIdentity: { readonly name: string; readonly contents: string } | undefined;
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
  {
    id: 'aws-cluster-name',
    reason:
      'What the provider makes for a cluster has its name and a tag with it, by which it takes what another cluster of the name has.',
    source: 'CAPA@v2.11.1:api/v1beta2/tags.go',
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, ({ cloud, name }) => `${cloud}/${name}`)) {
        const [first, ...others] = group;
        for (const other of others) {
          // Of two in one namespace another rule tells.
          if (first === undefined || namespaceKey(first) === namespaceKey(other)) continue;
          const { path, name } = other;
          refuse(
            { path, prop: 'name' },
            {
              given: name,
              allowed: `a name that no other cluster of the account has, as ${first.path} does`,
              fix: nameIt(`${name}-2`),
            },
          );
        }
      }
    },
  },
  {
    id: 'aws-identity-contents',
    reason: 'An identity is one object of the management cluster, which all of its users share.',
    source:
      'CAPA@v2.11.1:config/crd/bases/infrastructure.cluster.x-k8s.io_awsclusterroleidentities.yaml',
    check({ clusters }, refuse) {
      const users = clusters.filter(({ awsIdentity }) => awsIdentity !== undefined);
      const keyOf = ({ managementCluster, awsIdentity }: AwsSummary) =>
        `${managementCluster}/${awsIdentity?.name}`;
      for (const [first, ...others] of groupsOf(users, keyOf)) {
        for (const { path, awsIdentity } of others) {
          if (awsIdentity?.contents === first?.awsIdentity?.contents) continue;
          refuse(
            { path, prop: 'identity' },
            {
              given: awsIdentity?.name,
              allowed: `what ${first?.path} says of the identity`,
              fix: 'use one AwsIdentity for both, or give one of them another name',
            },
          );
        }
      }
    },
  },
];
