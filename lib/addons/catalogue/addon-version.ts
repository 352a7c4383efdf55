/** Release as images are tagged but for the `v`, such as `1.32.0`. */
export function plainRelease(version: string): string {
  return version.replace(/^v/, '');
}
