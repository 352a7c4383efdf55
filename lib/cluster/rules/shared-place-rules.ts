import { nameIt } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import { groupsOf, namespaceKey } from './fleet-groups';
import type { ClusterSummary, FleetSummary } from './fleet-summary';

/** What a provider says of a rule that clusters of one place have names of their own. */
interface NamesOfPlace<C> extends RuleFacts {
  /** Place in which names are there once, such as `account`. */
  readonly place: string;
  /** Place of a cluster, as a key. */
  placeOf(cluster: C): string;
}

/** Rule that clusters have names of their own where the provider finds by them what it has made. */
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
          // Of two in one namespace another rule tells.
          if (first === undefined || namespaceKey(first) === namespaceKey(other)) continue;
          const { path, name } = other;
          refuse(
            { path, prop: 'name' },
            {
              given: name,
              allowed: `a name that no other cluster of the ${place} has, as ${first.path} does`,
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
  /** What tells it from others. */
  readonly name: string;
  /** What it says, as a text. */
  readonly contents: string;
}

/** What a provider says of a rule that an identity is the same for all clusters that use it. */
interface SharedIdentity<C> extends Pick<RuleFacts, 'id' | 'source'> {
  /** Class of such identities in programs. */
  readonly identityClass: string;
  /** Identity that is written for a cluster; undefined for none. */
  identityOf(cluster: C): WrittenIdentity | undefined;
}

/** Rule that an identity is the same for all clusters that use it. */
export function sameIdentityRule<C extends ClusterSummary>({
  identityClass,
  identityOf,
  ...facts
}: SharedIdentity<C>): Rule<FleetSummary<C>> {
  return {
    ...facts,
    reason: 'An identity is one object of the management cluster, which all of its users share.',
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
              allowed: `what ${first.path} says of the identity`,
              fix: `use one ${identityClass} for both, or give one of them another name`,
            },
          );
        }
      }
    },
  };
}
