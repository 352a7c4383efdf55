import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import { mapAt } from '../../base/value-at';
import type { AddonModel } from '../model/addon';
import { objectFinder } from './addon-objects';

/** Object of an addon that runs pods. */
export interface Workload {
  /** Kind of the object. */
  readonly kind: string;
  /** Name of the object. */
  readonly name: string;
  /** Kind, namespace and name, for messages. */
  readonly title: string;
  /** Namespace of its pods. */
  readonly namespace: string;
  /** Spec of its pods. */
  readonly pod: Fields;
  /** Annotations of its pods. */
  readonly annotations: Fields;
}

/** Paths from an object to the spec of its pods, by kind. */
const POD_WAYS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const podObjects = objectFinder(Object.keys(POD_WAYS));

const known = new WeakMap<AddonModel, readonly Workload[]>();

/** Lists the objects of an addon that run pods in the workload cluster. */
export function workloadsOf(addon: AddonModel): readonly Workload[] {
  const found = known.get(addon) ?? podObjects(addon).flatMap(workloadIn);
  known.set(addon, found);
  return found;
}

/** Returns the workload of an object; empty if it runs no pods. */
export function workloadIn(object: unknown): readonly Workload[] {
  if (!isMap(object)) return [];
  const { kind, spec } = object;
  const way =
    typeof kind === 'string' && Object.hasOwn(POD_WAYS, kind) ? POD_WAYS[kind] : undefined;
  if (typeof kind !== 'string' || way === undefined || mapAt(spec).replicas === 0) return [];
  const { name, namespace } = mapAt(object, 'metadata');
  if (typeof name !== 'string') return [];
  const title = `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
  return [
    {
      kind,
      name,
      title,
      namespace: typeof namespace === 'string' ? namespace : 'default',
      pod: mapAt(object, ...way),
      annotations: mapAt(object, ...way.slice(0, -1), 'metadata', 'annotations'),
    },
  ];
}
