import { loadYaml } from '../base/load-yaml';
import { remembered } from '../base/remembered';
import type { AddonModel } from '../model/addon';
import { isMap } from '../model/is-map';
import { type Fields, mapAt } from './object-rule';
import { workloadsOf } from './workloads';

/** Secret of a workload cluster that pods of an addon read. */
export interface WorkloadSecret {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read; empty where pods take whatever there is. */
  readonly keys: readonly string[];
  /** Kind and name of what runs the pods. */
  readonly title: string;
}

const IS_SECRET = /\bkind["']?:[ \t]*["']?Secret\b/;
const KEPT = 64;
const secretsOf = remembered(KEPT, parsed);

/** Secrets that pods of an addon read and the addon does not bring. */
export function workloadSecrets(addon: AddonModel): readonly WorkloadSecret[] {
  const read = workloadsOf(addon).flatMap(({ title, namespace, pod }) =>
    podSecrets(pod).map((secret) => ({ ...secret, namespace, title })),
  );
  if (read.length === 0) return read;
  const brought = new Set(broughtSecrets(addon));
  return read.filter(({ namespace, name }) => !brought.has(`${namespace}/${name}`));
}

/** Secrets that an addon brings into the cluster, as namespace and name. */
function broughtSecrets({ payload, carriedTexts = [] }: AddonModel): readonly string[] {
  const brought = carriedTexts.flatMap(secretsInText);
  for (const one of payload) {
    if (one.kind === 'existingSecret') {
      if (one.carries !== undefined) brought.push(`${one.carries.namespace}/${one.carries.name}`);
      continue;
    }
    for (const { documents } of one.entries) {
      const found =
        typeof documents === 'string' ? secretsInText(documents) : documents.flatMap(secretName);
      brought.push(...found);
    }
  }
  return brought;
}

function secretsInText(text: string): readonly string[] {
  return IS_SECRET.test(text) ? secretsOf(text) : [];
}

function parsed(text: string): readonly string[] {
  const loaded = loadYaml(text);
  return 'documents' in loaded ? loaded.documents.flatMap(secretName) : [];
}

function secretName(object: unknown): readonly string[] {
  if (!isMap(object) || object.kind !== 'Secret') return [];
  const { name, namespace } = mapAt(object, 'metadata');
  return [`${namespace ?? 'default'}/${name}`];
}

type Read = Pick<WorkloadSecret, 'name' | 'keys'>;

function podSecrets(pod: Fields): readonly Read[] {
  const containers = [...mapsIn(pod.containers), ...mapsIn(pod.initContainers)];
  return [
    ...mapsIn(pod.volumes).flatMap(volumeSecrets),
    ...containers.flatMap(containerSecrets),
    ...mapsIn(pod.imagePullSecrets).flatMap((one) => reading(one, one.name, [])),
  ];
}

function volumeSecrets({ secret, projected }: Fields): readonly Read[] {
  const projections = mapsIn(mapAt(projected).sources).map((source) => mapAt(source.secret));
  return [
    ...reading(mapAt(secret), mapAt(secret).secretName, itemKeys(secret)),
    ...projections.flatMap((one) => reading(one, one.name, itemKeys(one))),
  ];
}

function containerSecrets({ env, envFrom }: Fields): readonly Read[] {
  const keyed = mapsIn(env).map((one) => mapAt(one, 'valueFrom', 'secretKeyRef'));
  const whole = mapsIn(envFrom).map((one) => mapAt(one.secretRef));
  return [
    ...keyed.flatMap((one) => reading(one, one.name, [one.key])),
    ...whole.flatMap((one) => reading(one, one.name, [])),
  ];
}

function itemKeys(secret: unknown): readonly unknown[] {
  return mapsIn(mapAt(secret).items).map(({ key }) => key);
}

function reading({ optional }: Fields, name: unknown, keys: readonly unknown[]): readonly Read[] {
  if (typeof name !== 'string' || name === '' || optional === true) return [];
  return [{ name, keys: keys.filter((key) => typeof key === 'string') }];
}

function mapsIn(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? list.filter(isMap) : [];
}
