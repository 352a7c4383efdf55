import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundle } from '../lib/package/bundle';

const OUT = 'build/compiled';

/** Folder with the bench as it is compiled, beside the library as its package has it. */
export const COMPILED = `${OUT}/bench`;

/** Compiles the bench, and the library into one file as in its package, so that what users run is measured. */
export function compileBench(): void {
  rmSync(OUT, { recursive: true, force: true });
  execFileSync('npx', ['tsc', '-p', 'bench'], { stdio: 'inherit' });
  bundle(resolve(OUT));
}
