import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** File with the code of the whole library. */
const BUNDLE = 'capi-fleet.js';

/** Modules that somebody outside loads. */
const ENTRIES = [
  'constructs/index',
  'lib/provider/index',
  'lib/validation/index',
  'lib/openstack/pulumi/index',
  'lib/cli/main',
  'lib/cli/stacks-process',
  'stacks/index',
] as const;

/** Programs that are run, and give nothing to those who load them. */
const PROGRAMS: readonly string[] = ['lib/cli/main', 'lib/cli/stacks-process', 'stacks/index'];

/**
 * Makes one file of the modules that the compiler has written, and leaves of these only those that somebody loads.
 *
 * Node takes longer to find and read eight hundred files than to run them. In the one file, each is a function that runs when it is
 * asked for, so that what a program does not use stays as it is.
 */
export function bundle(dist: string): void {
  const loaders = ENTRIES.map((entry) => `  '${entry}': () => require('./${entry}.js'),`);
  buildSync({
    stdin: {
      contents: `const modules = {\n${loaders.join('\n')}\n};\nmodule.exports = (name) => modules[name]();\n`,
      resolveDir: dist,
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    keepNames: true,
    outfile: join(dist, BUNDLE),
    logLevel: 'warning',
  });
  removeModules(dist);
  for (const entry of ENTRIES) writeEntry(dist, entry);
}

function removeModules(dist: string): void {
  for (const folder of ['lib', 'constructs', 'stacks']) {
    for (const name of readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.js')) rmSync(join(dist, folder, name));
    }
  }
}

/** Writes a module that loads another of the one file; programs that are ES modules see the names that are assigned. */
function writeEntry(dist: string, entry: string): void {
  const file = join(dist, `${entry}.js`);
  const up = '../'.repeat(entry.split('/').length - 1);
  const load = `require('${up}${BUNDLE}')('${entry}')`;
  if (PROGRAMS.includes(entry)) {
    writeFileSync(file, `#!/usr/bin/env node\nmodule.exports = ${load};\n`);
    chmodSync(file, 0o755);
    return;
  }
  const modules: (name: string) => object = require(join(dist, BUNDLE));
  const lines = Object.keys(modules(entry)).map((name) => `exports.${name} = entry.${name};`);
  writeFileSync(file, `'use strict';\nconst entry = ${load};\n${lines.join('\n')}\n`);
}

if (require.main === module) bundle(resolve(__dirname, '../../dist'));
