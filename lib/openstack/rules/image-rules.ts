import { call, type Fix, write } from '../../base/fix';
import { type KubernetesVersion, tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { closestWord } from '../../base/words';
import type { ServerModel } from '../model/bastion';
import type { OpenStackCloudModel } from '../model/cloud';
import type { OpenStackCluster } from '../model/cluster';
import { imageName } from '../model/lookup';
import type { MachineSubject } from './subjects';

/** Release or minor of Kubernetes in the name of an image; other versions have no minor of two digits. */
const VERSION_IN_NAME = /(?<![\d.])1\.([2-9]\d)(?:\.(\d{1,2}))?(?!\.?\d)/g;
/** The same with dashes or underscores, after a `v`, as names have it that may not have dots. */
const PLAIN_VERSION = /(?<=(?<![a-z])v)1([-_])([2-9]\d)(?:\1(\d{1,2}))?(?!\d)/gi;

interface NamedVersion {
  readonly text: string;
  readonly separator: string;
  readonly minor: number;
  /** Absent where the name says the minor alone. */
  readonly patch: number | undefined;
}

/** Rules on the images of machines. */
export const IMAGE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'image-version',
    reason: 'kubeadm and kubelet are in the image, and their release must be that of the machine.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/upgrading-clusters.md',
    check({ cluster, machine }, refuse) {
      const { path, image } = machine;
      const name = imageName(image);
      if (name === undefined) return;
      const wanted = machineVersion(cluster, machine);
      const found = versionsIn(name);
      if (wanted?.major !== 1 || found.some((version) => isVersion(version, wanted))) return;
      const [closest] = [...found].sort((a, b) => apart(a, wanted) - apart(b, wanted));
      if (closest === undefined) return;
      refuse(
        { path, prop: 'image' },
        {
          given: name,
          allowed: `an image of Kubernetes ${textOf(wanted)}, the version of the machines`,
          fix: fixOf(name, closest, wanted, cluster.cloud),
        },
      );
    },
  },
];

/** Version of the nodes that servers become, where it can be read; a bastion becomes none. */
export function machineVersion(
  cluster: OpenStackCluster,
  machine: ServerModel & { readonly kubernetesVersion?: string | undefined },
): KubernetesVersion | undefined {
  if (!('bootstrap' in machine)) return undefined;
  return tryParseKubernetesVersion(machine.kubernetesVersion ?? cluster.kubernetesVersion);
}

/** Tells whether the name of an image says nothing against a version. */
export function isImageOf(name: string, wanted: KubernetesVersion): boolean {
  const found = versionsIn(name);
  if (wanted.major !== 1 || found.length === 0) return true;
  return found.some((version) => isVersion(version, wanted));
}

function versionsIn(name: string): readonly NamedVersion[] {
  const dotted = [...name.matchAll(VERSION_IN_NAME)].map(([text, minor, patch]) =>
    namedVersion(text, '.', minor, patch),
  );
  const plain = [...name.matchAll(PLAIN_VERSION)].map(([text, separator = '-', minor, patch]) =>
    namedVersion(text, separator, minor, patch),
  );
  return [...dotted, ...plain];
}

function namedVersion(
  text: string,
  separator: string,
  minor: string | undefined,
  patch: string | undefined,
): NamedVersion {
  const number = patch === undefined ? undefined : Number(patch);
  return { text, separator, minor: Number(minor), patch: number };
}

function isVersion({ minor, patch }: NamedVersion, wanted: KubernetesVersion): boolean {
  if (minor !== wanted.minor) return false;
  return patch === undefined || patch === wanted.patch;
}

function apart({ minor }: NamedVersion, wanted: KubernetesVersion): number {
  return Math.abs(minor - wanted.minor);
}

function textOf({ series, patch }: KubernetesVersion): string {
  return `${series}.${patch}`;
}

function fixOf(
  name: string,
  found: NamedVersion,
  wanted: KubernetesVersion,
  { images, path }: OpenStackCloudModel,
): Fix {
  const right = found.patch === undefined ? wanted.series : textOf(wanted);
  const likely = name.replace(found.text, right.replaceAll('.', found.separator));
  const fitting = images?.filter((one) => isImageOf(one, wanted));
  const better = fitting === undefined ? likely : closestWord(likely, fitting);
  const named = found.text.replaceAll(found.separator, '.');
  const version =
    found.patch === undefined ? '' : `, or kubernetesVersion: ${JSON.stringify(named)}`;
  const ends = `${version}; where the name means something else, MachineImage.id('…')`;
  if (better !== undefined) return write(call('MachineImage.named', better), { ends });
  return `add ${JSON.stringify(likely)} to the images of ${path} and name that${ends}`;
}
