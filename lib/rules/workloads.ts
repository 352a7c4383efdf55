import { loadYaml } from '../base/load-yaml';
import { remembered } from '../base/remembered';
import type { AddonModel } from '../model/addon';
import { isMap } from '../model/is-map';
import { type Fields, mapAt } from './object-rule';

/** Object of an addon that runs pods. */
export interface Workload {
  /** Kind of the object. */
  readonly kind: string;
  /** Kind, namespace and name, for messages. */
  readonly title: string;
  /** Namespace of its pods. */
  readonly namespace: string;
  /** Spec of its pods. */
  readonly pod: Fields;
  /** Annotations of its pods. */
  readonly annotations: Fields;
}

/** Ways from an object to the spec of its pods, by kind. */
const POD_WAYS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const RUNS_PODS = new RegExp(
  `(^|[{,])[ \\t]*["']?kind["']?[ \\t]*:[ \\t]*["']?(${Object.keys(POD_WAYS).join('|')})\\b`,
  'm',
);
const KEPT = 64;
const inText = remembered(KEPT, (text) => text.split(/^---.*$/m).flatMap(inDocument));

/** Objects of an addon that run pods in the workload cluster. */
export function workloadsOf({ payload, carriedTexts = [] }: AddonModel): readonly Workload[] {
  const found = carriedTexts.flatMap(inText);
  for (const one of payload) {
    if (one.kind === 'existingSecret') continue;
    for (const { documents } of one.entries) {
      found.push(
        ...(typeof documents === 'string' ? inText(documents) : documents.flatMap(workloadIn)),
      );
    }
  }
  return found;
}

function inDocument(document: string): readonly Workload[] {
  if (!RUNS_PODS.test(document)) return [];
  const loaded = loadYaml(document);
  return 'documents' in loaded ? loaded.documents.flatMap(workloadIn) : [];
}

/** Pods that an object runs; nothing for one that runs none. */
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
      title,
      namespace: typeof namespace === 'string' ? namespace : 'default',
      pod: mapAt(object, ...way),
      annotations: mapAt(object, ...way.slice(0, -1), 'metadata', 'annotations'),
    },
  ];
}
