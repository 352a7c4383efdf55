import type { Manifest } from '../base/manifest';

/** Object with its text, a document without a line of dashes. */
export interface ObjectText {
  readonly object: Manifest;
  readonly text: string;
}

/** Kinds that others stand in, are described by or read when they begin, in the order in which they are needed. */
const FIRST: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition', 'PriorityClass', 'StorageClass'],
  ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'],
  ['ConfigMap', 'Secret', 'SealedSecret', 'SecretStore', 'ClusterSecretStore', 'ExternalSecret'],
];

const RANKS = new Map(FIRST.flatMap((kinds, rank) => kinds.map((kind) => [kind, rank] as const)));

/**
 * Text of objects in an order in which `kubectl apply -f -` takes them: what others refer to before those.
 *
 * Objects of one rank keep the order in which they come.
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
  // Providers name by this what several clusters take the credentials of a cloud from.
  if (kind.endsWith('Identity')) return FIRST.length;
  return FIRST.length + (kind.endsWith('Template') || kind === 'ClusterClass' ? 1 : 2);
}
