import fs from 'node:fs';

const CHANGES = [
  'copyFileSync',
  'fchmodSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmdirSync',
  'rmSync',
  'unlinkSync',
  'writeFileSync',
] as const;

/**
 * Runs a function on a disk that refuses its n-th change, and with `forever` every one after it.
 *
 * The latter is to a disk what the death of the process is. Returns false when there were fewer changes.
 */
export function withFailure(n: number, forever: boolean, run: () => void): boolean {
  const originals = CHANGES.map((name) => [name, fs[name]] as const);
  let count = 0;
  const refuse = (name: string): void => {
    count += 1;
    if (count < n || (count > n && !forever)) return;
    throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), {
      code: 'ENOSPC',
      syscall: name,
    });
  };
  for (const [name, original] of originals) {
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        refuse(name);
        return Reflect.apply(original, fs, args);
      },
    });
  }
  try {
    run();
  } finally {
    for (const [name, original] of originals) Object.assign(fs, { [name]: original });
  }
  return count >= n;
}
