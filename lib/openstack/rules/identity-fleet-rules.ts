import type { Finding } from '../../base/errors';
import type { Place, Rule } from '../../base/rule';
import { CLUSTER_LABEL, NAMESPACE_NAME_LABEL } from '../../cluster/model/namespace-labels';
import { namespaceKey } from '../../cluster/rules/fleet-groups';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import type { CloudSummary } from './cloud-summary';

type Labels = Readonly<Record<string, string>>;

/** Rules on identities that several clusters of a fleet use. */
export const IDENTITY_FLEET_RULES: readonly Rule<FleetSummary<CloudSummary>>[] = [
  {
    id: 'identity-admits',
    reason:
      'The provider creates nothing for a cluster if the identity does not select the labels of its namespace.',
    source: 'CAPO@v0.14.7:pkg/scope/provider.go',
    check({ clusters }, refuse) {
      const selectors = selectorsOf(clusters);
      if (selectors.size === 0) return;
      const owners = new Map<string, CloudSummary>();
      for (const one of clusters) if (one.ownsNamespace) owners.set(namespaceKey(one), one);
      const wanted = new WantedLabels();
      for (const cluster of clusters) {
        const selector = selectors.get(identityKey(cluster));
        if (selector === undefined) continue;
        const owner = owners.get(namespaceKey(cluster));
        const labels = labelsOf(cluster, owner);
        const lacking = Object.entries(selector).filter(([key, value]) =>
          excludes(labels, key, value),
        );
        if (lacking.length > 0) refuse(placeOf(cluster), excluded(cluster, lacking));
        else if (owner === undefined) {
          const conflict = wanted.add(cluster, selector);
          if (conflict !== undefined) refuse(placeOf(cluster), conflicting(cluster, conflict));
        }
      }
    },
  },
];

/** Conflicting labels that two identities require of a namespace. */
interface Conflict {
  readonly first: CloudSummary;
  readonly theirs: readonly Entry[];
  readonly ours: readonly Entry[];
}

type Entry = readonly [key: string, value: string];

/** Labels that existing namespaces need; the program knows no other labels of them. */
class WantedLabels {
  private readonly users = new Map<string, { cluster: CloudSummary; selector: Labels }[]>();

  /** Adds the labels that a cluster needs; returns a conflict if another cluster in its namespace needs other values. */
  add(cluster: CloudSummary, selector: Labels): Conflict | undefined {
    const key = namespaceKey(cluster);
    const users = this.users.get(key) ?? [];
    for (const { cluster: first, selector: other } of users) {
      const ours = Object.entries(selector).filter(([label, value]) => {
        const theirs = other[label];
        return theirs !== undefined && theirs !== value;
      });
      if (ours.length === 0) continue;
      const theirs = ours.map(([label]): Entry => [label, other[label] ?? '']);
      return { first, theirs, ours };
    }
    if (!users.some((one) => one.selector === selector)) users.push({ cluster, selector });
    this.users.set(key, users);
    return undefined;
  }
}

function placeOf({ path }: CloudSummary): Place {
  return { path, prop: 'credentials' };
}

function excluded(cluster: CloudSummary, lacking: readonly Entry[]): Finding {
  return {
    given: `cluster identity ${cluster.usedIdentity}`,
    allowed: `an identity that selects namespace ${cluster.namespace}; this one requires the labels ${textOf(lacking)}`,
    fix: 'use the CloudCredentials that create the identity and give the cluster its own namespace, or leave namespaceSelector out',
  };
}

function conflicting(cluster: CloudSummary, { first, theirs, ours }: Conflict): Finding {
  return {
    given: `cluster identity ${cluster.usedIdentity}`,
    allowed: `an identity that selects namespace ${cluster.namespace} like that of ${first.path}; this one requires the labels ${textOf(ours)}, that one ${textOf(theirs)}`,
    fix: 'use one identity for both clusters, or another namespace',
  };
}

/** Collects the labels that namespaces need, by written identity. */
function selectorsOf(clusters: readonly CloudSummary[]): ReadonlyMap<string, Labels> {
  const selectors = new Map<string, Labels>();
  for (const cluster of clusters) {
    const { identity, selector } = cluster;
    if (identity !== undefined && selector !== undefined) {
      selectors.set(identityKey(cluster), selector);
    }
  }
  return selectors;
}

function identityKey({ managementCluster, usedIdentity }: CloudSummary): string {
  return `${managementCluster}/${usedIdentity}`;
}

/** Known labels of a cluster's namespace, and whether they are complete. */
interface KnownLabels {
  readonly labels: Labels;
  readonly isComplete: boolean;
}

function labelsOf(cluster: CloudSummary, owner: CloudSummary | undefined): KnownLabels {
  const named = { [NAMESPACE_NAME_LABEL]: cluster.namespace };
  if (owner === undefined) return { labels: named, isComplete: false };
  const labels = { ...owner.selector, ...named, [CLUSTER_LABEL]: owner.name };
  return { labels, isComplete: true };
}

function excludes({ labels, isComplete }: KnownLabels, key: string, value: string): boolean {
  const known = labels[key];
  return known === undefined ? isComplete : known !== value;
}

function textOf(labels: readonly Entry[]): string {
  return labels.map(([key, value]) => `${key}=${value}`).join(', ');
}
