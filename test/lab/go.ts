import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ENVIRONMENT = {
  CGO_ENABLED: '0',
  GOFLAGS: '-buildvcs=false -mod=mod',
  GOWORK: 'off',
  GOTOOLCHAIN: 'local',
};

/** Downloaded module. */
export interface GoModule {
  /** Folder with its files, which is read-only. */
  readonly dir: string;
  /** File `go.mod` of it. */
  readonly goMod: string;
}

/**
 * Runs the go command to its end and returns what it prints.
 *
 * @throws Error with what it says when it fails
 */
export function go(folder: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('nice', ['go', ...args], {
    cwd: folder,
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`go ${args.join(' ')} exits with ${status}:\n${stderr}`);
  return stdout.trim();
}

/** Downloads a module if it is not there. */
export function goModule(module: string, version: string): GoModule {
  const { Dir, GoMod }: { Dir: string; GoMod: string } = JSON.parse(
    go('/', 'mod', 'download', '-json', `${module}@${version}`),
  );
  return { dir: Dir, goMod: GoMod };
}

/** Modules that a `go.mod` requires in no version, since they lie in the same repository. */
export function stagedModules(goMod: string): readonly string[] {
  const text = readFileSync(goMod, 'utf8');
  return [...text.matchAll(/^\s*(?:require )?(\S+) v0\.0\.0$/gm)].map(([, name = '']) => name);
}

/** Go release by whose defaults a `go.mod` has its programs run. */
export function goDefault(goMod: string): string {
  const text = readFileSync(goMod, 'utf8');
  const release = /^go (\d+\.\d+)/m.exec(text)?.[1];
  if (release === undefined) throw new Error(`${goMod} names no release of Go`);
  return `go${release}`;
}
