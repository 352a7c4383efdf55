import { nameIt } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import { groupsOf, namespaceKey } from './fleet-groups';
import type { ClusterSummary, FleetSummary } from './fleet-summary';

/** Provider-specific facts of the rule that cluster names are unique in one place. */
interface NamesOfPlace<C> extends RuleFacts {
  /** Place in which names are unique, such as `account`. */
  readonly place: string;
  /** Returns the place of a cluster, as a key. */
  placeOf(cluster: C): string;
}

/** Creates the rule that cluster names are unique where the provider finds its resources by them. */
export function ownNameRule<C extends ClusterSummary>({
  place,
  placeOf,
  ...facts
}: NamesOfPlace<C>): Rule<FleetSummary<C>> {
  return {
    ...facts,
    check({ clusters }, refuse) {
      for (const group of groupsOf(clusters, (one) => `${placeOf(one)}/${one.name}`)) {
        const [first, ...others] = group;
        for (const other of others) {
          // Another rule reports two clusters in one namespace.
          if (first === undefined || namespaceKey(first) === namespaceKey(other)) continue;
          const { path, name } = other;
          refuse(
            { path, prop: 'name' },
            {
              given: name,
              allowed: `a name that no other cluster of the ${place} has; ${first.path} has this one`,
              fix: nameIt(`${name}-2`),
            },
          );
        }
      }
    },
  };
}

/** Identity object that is written for the clusters of a management cluster. */
export interface WrittenIdentity {
  /** Name that identifies it. */
  readonly name: string;
  /** Its contents, as a text. */
  readonly contents: string;
}

/** Provider-specific facts of the rule that an identity is the same for all clusters that use it. */
interface SharedIdentity<C> extends Pick<RuleFacts, 'id' | 'source'> {
  /** Class of such identities in programs. */
  readonly identityClass: string;
  /** Returns the identity that is written for a cluster; undefined for none. */
  identityOf(cluster: C): WrittenIdentity | undefined;
}

/** Creates the rule that an identity is the same for all clusters that use it. */
export function sameIdentityRule<C extends ClusterSummary>({
  identityClass,
  identityOf,
  ...facts
}: SharedIdentity<C>): Rule<FleetSummary<C>> {
  return {
    ...facts,
    reason:
      'An identity is one object in the management cluster, which all clusters that use it share.',
    check({ clusters }, refuse) {
      const keyOf = (cluster: C) => {
        const identity = identityOf(cluster);
        return identity && `${cluster.managementCluster}/${identity.name}`;
      };
      for (const [first, ...others] of groupsOf(clusters, keyOf)) {
        for (const other of others) {
          const identity = identityOf(other);
          if (first === undefined || identity?.contents === identityOf(first)?.contents) continue;
          refuse(
            { path: other.path, prop: 'identity' },
            {
              given: identity?.name,
              allowed: `the same identity as that of ${first.path}`,
              fix: `use one ${identityClass} for both, or give one of them another name`,
            },
          );
        }
      }
    },
  };
}
