import type { Manifest } from '../../base/manifest';
import { mapAt } from '../../base/value-at';
import { GROUPS } from '../render/context';
import { type ObjectSetSubject, objectsOf } from './object-set-rule';

/** Returns the control plane of the first matching Cluster, or undefined if it is written elsewhere. */
export function controlPlaneOf(
  subject: ObjectSetSubject,
  fits: (cluster: Manifest) => boolean,
): Manifest | undefined {
  const cluster = objectsOf(subject, GROUPS.cluster, 'Cluster').find(({ object }) => fits(object));
  const { kind, name } = mapAt(cluster?.object, 'spec', 'controlPlaneRef');
  const planes = objectsOf(subject, GROUPS.controlPlane, String(kind));
  return planes.find(({ object }) => object.metadata.name === name)?.object;
}
