import type { CloudModel } from './cloud';
import { type Provided, providerOf } from './profile';

const ROLE_DOMAIN = 'node-role.kubernetes.io';
const SYNCED_DOMAINS = ['node-restriction.kubernetes.io', 'node.cluster.x-k8s.io'];

/** Label that a node carries with the name of its zone. */
export const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Labels by which nodes of a cluster carry the name of a failure domain; none where they are in no known one. */
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
 * Tells whether Cluster API itself copies a label from Machines to their Nodes.
 *
 * @param more Regular expressions of keys that it copies besides those of its own domains.
 */
export function isSyncedLabel(key: string, more: readonly string[]): boolean {
  return isInSyncedDomain(key) || more.some((text) => tryPattern(text)?.test(key) === true);
}

/** Reads a regular expression, or returns undefined when the text is none. */
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
