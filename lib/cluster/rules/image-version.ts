import type { KubernetesVersion } from '../../base/kubernetes-version';

/** Release or minor of Kubernetes in the name of an image; other versions have no two-digit minor. */
const VERSION_IN_NAME = /(?<![\d.])1\.([2-9]\d)(?:\.(\d{1,2}))?(?!\.?\d)/g;
/** The same with dashes or underscores, after a `v`, for names that cannot contain dots. */
const PLAIN_VERSION = /(?<=(?<![a-z])v)1([-_])([2-9]\d)(?:\1(\d{1,2}))?(?!\d)/gi;

/** Kubernetes version in a name. */
interface NamedVersion {
  /** Version as written in the name. */
  readonly text: string;
  /** Separator between its numbers. */
  readonly separator: string;
  /** Minor of the version. */
  readonly minor: number;
  /** Patch number; undefined if the name contains only the minor. */
  readonly patch: number | undefined;
}

/** Tells whether the name of an image does not contradict a version. */
export function isImageOf(name: string, wanted: KubernetesVersion): boolean {
  const found = versionsIn(name);
  if (wanted.major !== 1 || found.length === 0) return true;
  return found.some((version) => isVersion(version, wanted));
}

/** Returns the versions in the name of an image. */
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

/** Tells whether a version in a name, with or without a patch number, matches another version. */
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

/** Version in the name of an image that differs from that of its machines, with the name that is likely meant. */
export interface OtherVersion {
  /** Version that machines of the image must have. */
  readonly wanted: string;
  /** Version in the name. */
  readonly found: string;
  /** Whether the name contains only a minor. */
  readonly isMinor: boolean;
  /** Name with the wanted version. */
  readonly likely: string;
}

/** Finds a version in the name of an image that differs from its machines'; undefined for none or the right one. */
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
