import { sorted } from '../../base/fields';

/** Label by which `clusterctl move` takes an object along that has no owner. */
export const MOVE_LABEL = 'clusterctl.cluster.x-k8s.io/move';

/**
 * Data of a Secret, in base64.
 *
 * `stringData` would read better, but the API server keeps only what it makes of it: an apply could not remove a key
 * again, and every comparison with the repository would show a difference.
 */
export function secretData(
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const [key, text] of Object.entries(texts)) data[key] = Buffer.from(text).toString('base64');
  return sorted(data);
}
