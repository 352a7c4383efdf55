import type { KubernetesVersion } from '../../base/kubernetes-version';

/** Release or minor of Kubernetes in the name of an image; other versions have no minor of two digits. */
const VERSION_IN_NAME = /(?<![\d.])1\.([2-9]\d)(?:\.(\d{1,2}))?(?!\.?\d)/g;
/** The same with dashes or underscores, after a `v`, as names have it that may not have dots. */
const PLAIN_VERSION = /(?<=(?<![a-z])v)1([-_])([2-9]\d)(?:\1(\d{1,2}))?(?!\d)/gi;

/** Version of Kubernetes in a name. */
interface NamedVersion {
  /** Version as the name has it. */
  readonly text: string;
  /** What stands between its numbers. */
  readonly separator: string;
  /** Minor of the version. */
  readonly minor: number;
  /** Patch number; absent where the name says the minor alone. */
  readonly patch: number | undefined;
}

/** Tells whether the name of an image says nothing against a version. */
export function isImageOf(name: string, wanted: KubernetesVersion): boolean {
  const found = versionsIn(name);
  if (wanted.major !== 1 || found.length === 0) return true;
  return found.some((version) => isVersion(version, wanted));
}

/** Versions that the name of an image says. */
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

/** Tells whether a version of a name is, as far as it goes, another one. */
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

/** What is wrong with the name of an image whose version is not that of its machines, and the name that is likely meant. */
export interface OtherVersion {
  /** Version that machines of the image are to have. */
  readonly wanted: string;
  /** Version that the name says. */
  readonly found: string;
  /** Whether the name says a minor alone. */
  readonly isMinor: boolean;
  /** Name with the version that is wanted. */
  readonly likely: string;
}

/** Finds another version in the name of an image than its machines are to have; undefined for none, or the right one. */
export function otherVersion(
  name: string,
  wanted: KubernetesVersion | undefined,
): OtherVersion | undefined {
  if (wanted === undefined || isImageOf(name, wanted)) return undefined;
  const [closest] = [...versionsIn(name)].sort((a, b) => apart(a, wanted) - apart(b, wanted));
  if (closest === undefined) return undefined;
  const isMinor = closest.patch === undefined;
  const right = isMinor ? wanted.series : textOf(wanted);
  return {
    wanted: textOf(wanted),
    found: closest.text.replaceAll(closest.separator, '.'),
    isMinor,
    likely: name.replace(closest.text, right.replaceAll('.', closest.separator)),
  };
}
