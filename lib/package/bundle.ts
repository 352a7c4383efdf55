import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

/** File with the code of the library. */
const BUNDLE = 'capi-fleet.js';

/** File with the code of the command line, which starts without loading the library. */
const COMMAND_LINE = 'command-line.js';

/** Modules that are loaded from outside the package, or by the command line. */
const ENTRIES = [
  'lib/assembly/table',
  'constructs/index',
  'lib/provider/index',
  'lib/testing/index',
  'lib/validation/index',
  'lib/openstack/pulumi/index',
  'lib/cli/stacks-process',
  'stacks/index',
] as const;

/** Program of the command line. */
const MAIN = 'lib/cli/main';

/** Modules that are programs and export nothing. */
const PROGRAMS: readonly string[] = ['lib/cli/stacks-process', 'stacks/index'];

/**
 * Bundles the compiled modules into two files, and keeps only the entry modules next to them.
 *
 * Node takes longer to find and read eight hundred files than to run them. In a bundle, each module is a function that runs
 * on first use, so that unused modules cost nothing.
 */
export function bundle(dist: string): void {
  const loaders = ENTRIES.map((entry) => `  '${entry}': () => require('./${entry}.js'),`);
  const library = `const modules = {\n${loaders.join('\n')}\n};\nmodule.exports = (name) => modules[name]();\n`;
  writeBundle(dist, BUNDLE, library);
  writeBundle(dist, COMMAND_LINE, `require('./${MAIN}.js');\n`);
  removeModules(dist);
  for (const entry of ENTRIES) writeEntry(dist, entry);
  const up = '../'.repeat(MAIN.split('/').length - 1);
  writeProgram(dist, MAIN, `require('${up}${COMMAND_LINE}');`);
}

function writeBundle(dist: string, name: string, contents: string): void {
  buildSync({
    stdin: { contents, resolveDir: dist },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    keepNames: true,
    sourcemap: 'linked',
    outfile: join(dist, name),
    logLevel: 'warning',
  });
}

function removeModules(dist: string): void {
  for (const folder of ['lib', 'constructs', 'stacks']) {
    for (const name of readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })) {
      if (/\.js(\.map)?$/.test(name)) rmSync(join(dist, folder, name));
    }
  }
}

/** Writes an entry module that loads its code from the bundle; assigned exports are visible to ES modules. */
function writeEntry(dist: string, entry: string): void {
  const file = join(dist, `${entry}.js`);
  const up = '../'.repeat(entry.split('/').length - 1);
  const load = `require('${up}${BUNDLE}')('${entry}')`;
  if (PROGRAMS.includes(entry)) {
    writeProgram(dist, entry, `module.exports = ${load};`);
    return;
  }
  const modules: (name: string) => object = require(join(dist, BUNDLE));
  const lines = Object.keys(modules(entry)).map((name) => `exports.${name} = entry.${name};`);
  writeFileSync(file, `'use strict';\nconst entry = ${load};\n${lines.join('\n')}\n`);
}

function writeProgram(dist: string, entry: string, statement: string): void {
  const file = join(dist, `${entry}.js`);
  writeFileSync(file, `#!/usr/bin/env node\n${statement}\n`);
  chmodSync(file, 0o755);
}

if (require.main === module) bundle(resolve(__dirname, '../../dist'));
