import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { Manifest } from '../../base/manifest';
import { mapAt, valueAt } from '../../base/value-at';
import { type ObjectSubject, specWay } from '../../cluster/rules/object-rule';

/** Paths to the kubeadm configuration, from the spec of an object or of the object that a template creates. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  KubeadmControlPlane: ['kubeadmConfigSpec'],
  KubeadmControlPlaneTemplate: ['kubeadmConfigSpec'],
  KubeadmConfigTemplate: [],
  KubeadmConfig: [],
};

/** Returns the kubeadm configuration of an object, and the path to it; undefined for other objects. */
export function kubeadmConfigOf(object: Manifest): readonly [string, Fields] | undefined {
  const way = WAYS[object.kind];
  if (way === undefined) return undefined;
  const whole = [...specWay({ object }), ...way];
  const config = valueAt(object, ...whole);
  return isMap(config) ? [whole.join('.'), config] : undefined;
}

/** Returns the kubeadm configuration in the spec that a rule checks, and the path to it. */
export function kubeadmOf(spec: Fields, { object }: ObjectSubject): readonly [string, Fields] {
  const way = WAYS[object.kind] ?? [];
  return [['spec', ...way].join('.'), mapAt(spec, ...way)];
}
