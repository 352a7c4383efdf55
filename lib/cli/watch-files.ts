import { dirname, relative, resolve, sep } from 'node:path';
import { END_SIGNALS } from './child-end';
import { nearestFile } from './nearest-file';

/** Delay after a change, in milliseconds, because editors write several files at once. */
const PAUSE = 100;
/** Files that may be part of a program or read by it. */
const READ = /\.([cm]?[jt]sx?|json|ya?ml)$/;
/** Folders that are generated, or do not belong to the program. */
const IGNORED = new Set(['node_modules', 'dist', 'build', 'coverage', 'cdk8s.out']);

/**
 * Calls a function whenever a file of a program's project changes, one call at a time.
 *
 * @returns The exit code, once a signal ends the process.
 */
export async function onChange(program: string, act: () => Promise<void>): Promise<number> {
  const { watch } = await import('chokidar');
  const folder = projectFolder(program);
  const isIgnored = (path: string) =>
    relative(folder, path)
      .split(sep)
      .some((part) => IGNORED.has(part) || (part.startsWith('.') && part !== '..'));
  const watcher = watch(folder, { ignored: isIgnored, ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on('all', (_event, path) => {
    if (!READ.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(act).catch((error: unknown) => {
        process.stderr.write(`capi-fleet: ${String(error)}\n`);
      });
    }, PAUSE);
  });
  await new Promise<void>((ready) => watcher.once('ready', () => ready()));
  process.stderr.write(`watching ${folder}; press Ctrl-C to end\n`);
  await new Promise<void>((end) => {
    for (const signal of END_SIGNALS) process.once(signal, () => end());
  });
  clearTimeout(timer);
  await watcher.close();
  return 0;
}

/** Folder of the nearest package.json above a program, or that of the program itself. */
export function projectFolder(program: string): string {
  const own = dirname(resolve(program));
  const manifest = nearestFile(own, 'package.json');
  return manifest === undefined ? own : dirname(manifest);
}
