import type { Manifest } from '../base/manifest';

/** Object with its text, a document without a separator. */
export interface ObjectText {
  readonly object: Manifest;
  readonly text: string;
}

/** Kinds that others need: as namespace, as definition, or when they start; in the order to apply them. */
const FIRST: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition', 'PriorityClass', 'StorageClass'],
  ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'],
  ['ConfigMap', 'Secret', 'SealedSecret', 'SecretStore', 'ClusterSecretStore', 'ExternalSecret'],
];

const RANKS = new Map(FIRST.flatMap((kinds, rank) => kinds.map((kind) => [kind, rank] as const)));

/**
 * Text of objects in an order that `kubectl apply -f -` accepts: referenced objects come first.
 *
 * Objects of equal rank keep their order.
 */
export function inApplyOrder(items: readonly ObjectText[]): string {
  return items
    .map(({ object, text }) => ({ rank: rankOf(object), text }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ text }) => text)
    .join('---\n');
}

function rankOf({ kind }: Manifest): number {
  const known = RANKS.get(kind);
  if (known !== undefined) return known;
  // Providers use this suffix for kinds that hold the cloud credentials of several clusters.
  if (kind.endsWith('Identity')) return FIRST.length;
  return FIRST.length + (kind.endsWith('Template') || kind === 'ClusterClass' ? 1 : 2);
}
