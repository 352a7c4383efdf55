import parse from 'semver/functions/parse';

/** A Kubernetes release, `major.minor.patch`. */
export interface KubernetesVersion {
  /** First number of the version. */
  readonly major: number;
  /** Second number of the version, which version skew counts. */
  readonly minor: number;
  /** Third number of the version. */
  readonly patch: number;
  /** Version as the API expects it, with a leading `v`. */
  readonly tag: string;
  /** Major and minor number, such as `1.32`. */
  readonly series: string;
}

const parsed = new Map<string, KubernetesVersion | undefined>();

/** Parses a version with or without a leading `v`; undefined if the text is not a version. */
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

/** Formats a version as the API expects it; a text that cannot be parsed stays as it is. */
export function versionTag(text: string): string {
  return tryParseKubernetesVersion(text)?.tag ?? text;
}

/** Tells whether two versions have the same minor. */
export function isSameMinor(a: string, b: string): boolean {
  return a === b || tryParseKubernetesVersion(a)?.series === tryParseKubernetesVersion(b)?.series;
}

/** Returns the minor of a Kubernetes 1 release; undefined if the text is not a version. */
export function minorOf(text: string): number | undefined {
  return tryParseKubernetesVersion(text)?.minor;
}

/** Tells whether a Kubernetes 1 release is older than a minor; false if the text is not a version. */
export function isBefore(text: string, minor: number): boolean {
  const own = minorOf(text);
  return own !== undefined && own < minor;
}
