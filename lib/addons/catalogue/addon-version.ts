/** Returns a release as in image tags but without the `v`, such as `1.32.0`. */
export function plainRelease(version: string): string {
  return version.replace(/^v/, '');
}
