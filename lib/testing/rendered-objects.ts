import { isMap } from '../base/is-map';
import type { Manifest } from '../base/manifest';
import { nestedObjects } from '../output/nested-objects';
import {
  type ClusterChoice,
  type FoundObject,
  isOfCluster,
  type ObjectSource,
} from './tested-fleet';

/**
 * Returns the objects that a synth writes, in the order of the files; each is plain data with its file and construct
 * path.
 *
 * @throws ValidationError with every mistake in the fleet.
 */
export function renderedObjects(
  source: ObjectSource,
  choice: ClusterChoice = {},
): readonly FoundObject[] {
  return objectsOf(source).filter((found) => isOfCluster(found, choice));
}

/**
 * Returns the objects in the texts of rendered objects: those that addons deliver into workload clusters, and
 * manifests in files of machines.
 *
 * File and construct path are those of the object with the text.
 *
 * @throws ValidationError with every mistake in the fleet.
 */
export function deliveredObjects(
  source: ObjectSource,
  choice: ClusterChoice = {},
): readonly FoundObject[] {
  return renderedObjects(source, choice).flatMap((found) => {
    const [, ...nested] = nestedObjects(found.object);
    return nested.filter(isManifest).map((object) => ({ ...found, object }));
  });
}

function objectsOf(source: ObjectSource): readonly FoundObject[] {
  if (!('renderFiles' in source)) return source;
  return source.renderFiles().flatMap(({ path: file, objects, cluster }) =>
    objects.map(({ object, path }) => ({
      object: structuredClone(object),
      path,
      file,
      ...(cluster === undefined ? {} : { cluster }),
    })),
  );
}

function isManifest(value: unknown): value is Manifest {
  return isMap(value) && typeof value.kind === 'string' && isMap(value.metadata);
}
