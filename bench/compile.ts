import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle } from '../lib/package/bundle';

/** The library, built as in its npm package. */
const PACKAGE = 'build/package';
const DIST = `${PACKAGE}/dist`;

/** Folder with the compiled bench, next to the library as its package has it. */
export const COMPILED = `${DIST}/bench`;

/** Command line of the package. */
export const COMMAND_LINE = `${DIST}/lib/cli/main.js`;

/** Project with a TypeScript program of one cluster, as users have one. */
const PROJECT = 'build/project';

/** Program of the project. */
export const PROGRAM = `${PROJECT}/fleet.ts`;

/** Compiles the bench and bundles the library into its package, so that what users run is measured. */
export function compileBench(): void {
  for (const folder of [PACKAGE, PROJECT]) rmSync(folder, { recursive: true, force: true });
  execFileSync('npx', ['tsc', '-p', 'bench'], { stdio: 'inherit' });
  copyFileSync('package.json', `${PACKAGE}/package.json`);
  bundle(resolve(DIST));
  mkdirSync(join(PROJECT, 'node_modules'), { recursive: true });
  symlinkSync(resolve(PACKAGE), join(PROJECT, 'node_modules/capi-fleet'), 'dir');
  writeFileSync(join(PROJECT, 'package.json'), '{}');
  const compilerOptions = { strict: true, module: 'node16', skipLibCheck: true, types: ['node'] };
  writeFileSync(join(PROJECT, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  writeFileSync(
    PROGRAM,
    `import type { Fleet } from 'capi-fleet';
import { benchFleet } from '../package/dist/bench/fleet';

const slim = { fat: false, lazy: false, changed: false, different: false, mixed: false };
const fleet: Fleet = benchFleet({ clusters: 1, out: \`\${__dirname}/out\`, ...slim });
fleet.run();
`,
  );
  // Afterwards the types are known to be right, and are not checked again.
  execFileSync(process.execPath, [COMMAND_LINE, 'synth', PROGRAM], { stdio: 'inherit' });
}
