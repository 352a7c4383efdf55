import { sorted } from '../../base/fields';

/** Label that makes `clusterctl move` move an object without an owner. */
export const MOVE_LABEL = 'clusterctl.cluster.x-k8s.io/move';

/**
 * Returns the data of a Secret in base64.
 *
 * `stringData` would be more readable, but the API server stores only the resulting `data`: an apply could not remove a
 * key, and every comparison with the repository would show a difference.
 */
export function secretData(
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const [key, text] of Object.entries(texts)) data[key] = Buffer.from(text).toString('base64');
  return sorted(data);
}
