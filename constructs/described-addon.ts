import type { AddonModel } from '../lib/addons/model/addon';
import { deliveredKey, withDelivered } from '../lib/addons/render/delivered-objects';
import { mistakesOf } from '../lib/base/failure';
import { collect } from '../lib/input/refusals';
import { emitDocuments } from '../lib/output/emit-yaml';
import type { Addon, AddonContext } from './addons/addon';
import type { IClusterHost } from './cluster-host';
import type { ClusterObjects } from './cluster-objects';

/**
 * Returns an addon as plain data, with the patches of the objects that it delivers.
 *
 * If the addon's own code throws, the result is empty; if a patch fails, the addon is as it was. Both are mistakes.
 */
export function describedAddon(
  cluster: IClusterHost,
  objects: ClusterObjects,
  addon: Addon,
  context: AddonContext,
): readonly AddonModel[] {
  const path = `${cluster.clusterPath}/${addon.name}`;
  const [model] = reported(cluster, path, 'describe', () => addon.describe(context, path));
  if (model === undefined) return [];
  if (!objects.isPatchedBelow(`delivered/${addon.name}/`)) return [model];
  const [patched = model] = reported(cluster, path, 'patches', () =>
    withDelivered(model, emitDocuments, (object) => {
      const found = objects.tryFind(deliveredKey(addon.name, object));
      return found?.patched(object) ?? object;
    }),
  );
  return [patched];
}

/** Returns the result of a function in a list; an error is a mistake, and the list is empty. */
function reported<T>(
  cluster: IClusterHost,
  path: string,
  prop: string,
  make: () => T,
): readonly T[] {
  try {
    return [make()];
  } catch (error) {
    collect(cluster.node.root, mistakesOf(path, prop, error));
    return [];
  }
}
