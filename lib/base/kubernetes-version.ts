import parse from 'semver/functions/parse';

/** A Kubernetes release, `major.minor.patch`. */
export interface KubernetesVersion {
  /** First number of the version. */
  readonly major: number;
  /** Second number of the version, by which skew is counted. */
  readonly minor: number;
  /** Third number of the version. */
  readonly patch: number;
  /** Version as the API has it, with a leading `v`. */
  readonly tag: string;
  /** Major and minor number, such as `1.32`. */
  readonly series: string;
}

const parsed = new Map<string, KubernetesVersion | undefined>();

/** Reads a version with or without its `v`, or returns undefined when the text is none. */
export function tryParseKubernetesVersion(text: string): KubernetesVersion | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const version = parse(String(text).replace(/^v/, ''));
  const result =
    version === null
      ? undefined
      : {
          major: version.major,
          minor: version.minor,
          patch: version.patch,
          tag: `v${version.version}`,
          series: `${version.major}.${version.minor}`,
        };
  parsed.set(text, result);
  return result;
}

/** Writes a version as the API wants it, leaving an unreadable one as it is. */
export function versionTag(text: string): string {
  return tryParseKubernetesVersion(text)?.tag ?? text;
}

/** Tells whether two versions have the same minor. */
export function isSameMinor(a: string, b: string): boolean {
  return a === b || tryParseKubernetesVersion(a)?.series === tryParseKubernetesVersion(b)?.series;
}

/** Minor of a release of Kubernetes 1, or undefined when the text is none. */
export function minorOf(text: string): number | undefined {
  return tryParseKubernetesVersion(text)?.minor;
}

/** Tells whether a release of Kubernetes 1 is older than a minor; false where the text is none. */
export function isBefore(text: string, minor: number): boolean {
  const own = minorOf(text);
  return own !== undefined && own < minor;
}
