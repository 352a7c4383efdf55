/** Command line arguments, by name without dashes. */
export type ExtraArgs = Readonly<Record<string, string>>;

/** Merges the arguments of a container; the user's replace derived ones with the same name. */
export function withExtraArgs(args: readonly string[], extra: ExtraArgs = {}): readonly string[] {
  const derived = args.filter((arg) => !Object.hasOwn(extra, nameOf(arg)));
  const added = Object.keys(extra)
    .sort()
    .map((name) => `--${name}=${extra[name]}`);
  return [...derived, ...added];
}

function nameOf(arg: string): string {
  return arg.replace(/^--/, '').replace(/=.*$/s, '');
}
