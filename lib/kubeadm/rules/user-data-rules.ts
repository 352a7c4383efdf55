import type { Finding } from '../../base/errors';
import { isEmptyObject } from '../../base/has-keys';
import type { Place, Refuse, Rule } from '../../base/rule';
import type { KubeadmCluster } from '../model/cluster';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { KubeadmMachine } from '../model/machine';
import {
  bootstrapBytes,
  mostUserDataBytes,
  type SizedField,
  type UserDataFormat,
} from '../model/user-data';
import { bootstrapPlace } from './bootstrap-places';
import type { ControlPlaneSubject, PoolSubject } from './subjects';

type Texts = Readonly<Record<string, string>>;

/** Part of the user data of machines, with its place in the program. */
interface SizedPart {
  readonly place: Place;
  readonly bytes: number;
  readonly fix: string;
}

/** Bytes of kubeadm's configuration, including the certificates of a control plane. */
const CONTROL_PLANE_BYTES = 20_000;
const WORKER_BYTES = 5_000;
const SOURCE = 'canonical/cloud-init@main:doc/rtd/explanation/format.rst';
const REASON =
  'Clouds accept at most 64 KiB of user data in base64, some less, and it holds arguments, files, commands and users.';
const MOVE_ARGUMENTS = 'move the longest to configuration files in the image';
const MOVE_FIELDS: Readonly<Partial<Record<SizedField, string>>> = {
  registryMirrors: 'let one CA sign the servers, which is written only once',
  trustedCAs: 'build the CAs into the image',
  proxy: 'use domains and ranges instead of hosts',
  users: 'use a directory service for users',
};
const MOVE_FILES: Readonly<Record<UserDataFormat, string>> = {
  cloudInit:
    "build the largest into the image, or compress it with encoding: 'gzip+base64'; contents of Secrets need space too",
  ignition: 'build the largest into the image; contents of Secrets need space too',
};
const MOVE_FEATURE =
  'leave out rules and certificates that the machines do not need; contents of Secrets need space too';
const MOVE_REST = 'build the longest into the image';

/** Rules on the user data of control planes. */
export const CONTROL_PLANE_USER_DATA_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'control-plane-user-data',
    reason: REASON,
    source: SOURCE,
    check({ cluster, controlPlane }, refuse) {
      const parts = CONTROL_PLANE_PROPS.map((prop) =>
        argumentsPart(controlPlane.path, prop, controlPlane[prop]),
      );
      const own = [...parts, ...featureParts(controlPlane)];
      const most = mostUserDataBytes(cluster.surroundings);
      if (most === undefined) return;
      const all = [...own, ...bootstrapParts(cluster, controlPlane)];
      checkSum({ base: CONTROL_PLANE_BYTES, most }, all, refuse);
    },
  },
];

/** Rules on the user data of pools. */
export const POOL_USER_DATA_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-user-data',
    reason: REASON,
    source: SOURCE,
    check({ cluster, pool }, refuse) {
      const { path, nodeLabels, kubeletExtraArgs, patches = [] } = pool;
      const parts = [
        argumentsPart(path, 'kubeletExtraArgs', kubeletExtraArgs),
        argumentsPart(path, 'labels', nodeLabels),
        featurePart(path, 'patches', patches),
      ];
      const most = mostUserDataBytes(cluster.surroundings);
      if (most === undefined) return;
      const all = [...parts, ...bootstrapParts(cluster, pool)];
      checkSum({ base: WORKER_BYTES, most }, all, refuse);
    },
  },
];

const CONTROL_PLANE_PROPS = [
  'apiServerExtraArgs',
  'controllerManagerExtraArgs',
  'schedulerExtraArgs',
  'kubeletExtraArgs',
] as const;

/** Features whose settings become files on control-plane machines. */
const FEATURE_PROPS = ['audit', 'encryption', 'authentication', 'admission', 'patches'] as const;

/** Tells whether a control plane has features that add to the size of its user data. */
export function hasFeatureFiles({ controlPlane }: ControlPlaneSubject): boolean {
  return FEATURE_PROPS.some((prop) => !isEmptyFeature(controlPlane[prop]));
}

function featureParts(controlPlane: KubeadmControlPlane): readonly SizedPart[] {
  return FEATURE_PROPS.map((prop) => featurePart(controlPlane.path, prop, controlPlane[prop]));
}

function featurePart(path: string, prop: string, feature: object | undefined): SizedPart {
  const bytes = isEmptyFeature(feature) ? 0 : Buffer.byteLength(JSON.stringify(feature));
  return { place: { path, prop }, bytes, fix: MOVE_FEATURE };
}

function isEmptyFeature(feature: object | undefined): boolean {
  return feature === undefined || isEmptyObject(feature);
}

function argumentsPart(path: string, prop: string, texts: Texts): SizedPart {
  let bytes = 0;
  for (const key in texts) bytes += key.length + (texts[key]?.length ?? 0);
  return { place: { path, prop }, bytes, fix: MOVE_ARGUMENTS };
}

function bootstrapParts(
  cluster: KubeadmCluster,
  machine: KubeadmMachine & { readonly path: string },
): readonly SizedPart[] {
  return bootstrapBytes(cluster, machine.bootstrap).map(({ field, bytes }) => ({
    place: bootstrapPlace({ cluster, machine }, field),
    bytes,
    fix:
      field === 'files'
        ? MOVE_FILES[machine.bootstrap.format.kind]
        : (MOVE_FIELDS[field] ?? MOVE_REST),
  }));
}

/** Limit of user data, and the size that every machine needs. */
interface Room {
  readonly base: number;
  readonly most: number;
}

function checkSum({ base, most }: Room, parts: readonly SizedPart[], refuse: Refuse): void {
  const sum = parts.reduce((total, { bytes }) => total + bytes, base);
  if (sum <= most) return;
  const [largest] = [...parts].sort((a, b) => b.bytes - a.bytes);
  if (largest === undefined) return;
  refuse(largest.place, sizeFinding({ sum, most }, largest));
}

function sizeFinding(
  { sum, most }: { readonly sum: number; readonly most: number },
  { bytes, fix }: SizedPart,
): Finding {
  return {
    given: `${bytes} bytes`,
    allowed: `at most ${most} bytes of user data; the total is about ${sum}`,
    fix,
  };
}
