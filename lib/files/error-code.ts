/** Code of an error of the operating system, such as `ENOENT`; undefined for any other value. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return 'syscall' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Tells whether an error of the operating system has a code. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  const code = codeOf(error);
  return code !== undefined && codes.includes(code);
}
