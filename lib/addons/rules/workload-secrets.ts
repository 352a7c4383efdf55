import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import { mapAt } from '../../base/value-at';
import type { AddonModel } from '../model/addon';
import { objectFinder } from './addon-objects';
import { workloadsOf } from './workloads';

/** Secret of a workload cluster that pods of an addon read. */
export interface WorkloadSecret {
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Name of the Secret. */
  readonly name: string;
  /** Keys that are read; empty if pods read all keys. */
  readonly keys: readonly string[];
  /** Kind and name of the workload that runs the pods. */
  readonly title: string;
}

const secrets = objectFinder(['Secret']);

/** Lists the Secrets that pods of an addon read and the addon does not contain. */
export function workloadSecrets(addon: AddonModel): readonly WorkloadSecret[] {
  const read = workloadsOf(addon).flatMap(({ title, namespace, pod }) =>
    podSecrets(pod).map((secret) => ({ ...secret, namespace, title })),
  );
  if (read.length === 0) return read;
  const brought = new Set(broughtSecrets(addon));
  return read.filter(({ namespace, name }) => !brought.has(`${namespace}/${name}`));
}

/** Lists the Secrets that an addon delivers to the cluster, as namespace and name. */
function broughtSecrets(addon: AddonModel): readonly string[] {
  const carried = addon.payload.flatMap((one) =>
    one.kind === 'existingSecret' && one.carries !== undefined ? [one.carries] : [],
  );
  const written = secrets(addon).map((secret) => mapAt(secret, 'metadata'));
  return [...carried, ...written].map(({ namespace, name }) => `${namespace ?? 'default'}/${name}`);
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
