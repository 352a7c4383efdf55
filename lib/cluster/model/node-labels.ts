import type { CloudModel } from './cloud';
import { type Provided, providerOf } from './profile';

const ROLE_DOMAIN = 'node-role.kubernetes.io';
const SYNCED_DOMAINS = ['node-restriction.kubernetes.io', 'node.cluster.x-k8s.io'];

/** Node label with the name of the zone. */
export const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Returns the node labels with the name of a failure domain; none if the failure domain is unknown. */
export function failureDomainLabels(
  cluster: Provided & { readonly cloud: Pick<CloudModel, 'zonePrefix'> },
  failureDomain: string | undefined,
): Readonly<Record<string, string>> {
  if (failureDomain === undefined) return {};
  const label = providerOf(cluster).traits.failureDomainLabel ?? ZONE_LABEL;
  return { [label]: `${cluster.cloud.zonePrefix ?? ''}${failureDomain}` };
}

const patterns = new Map<string, RegExp | undefined>();

/**
 * Tells whether Cluster API syncs a label from Machines to their Nodes.
 *
 * @param more Regular expressions of keys that it syncs besides those of its own domains.
 */
export function isSyncedLabel(key: string, more: readonly string[]): boolean {
  return isInSyncedDomain(key) || more.some((text) => tryPattern(text)?.test(key) === true);
}

/** Parses a regular expression, or returns undefined if it is invalid. */
export function tryPattern(text: string): RegExp | undefined {
  if (!patterns.has(text)) patterns.set(text, compiled(text));
  return patterns.get(text);
}

function compiled(text: string): RegExp | undefined {
  try {
    return new RegExp(text);
  } catch {
    return undefined;
  }
}

function isInSyncedDomain(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return false;
  const domain = key.slice(0, slash);
  if (domain === ROLE_DOMAIN) return true;
  return SYNCED_DOMAINS.some((synced) => domain === synced || domain.endsWith(`.${synced}`));
}
