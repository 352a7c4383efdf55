import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/import-graph';
import { inFolder } from '../../support/in-folder';

const RIGHT = "import { size } from './size';\nconst text: string = size;\nconsole.log(text);\n";

/** Compiler of the project, which notes that it was asked. */
const COMPILER = `
require('node:fs').appendFileSync('calls', 'x');
require(${JSON.stringify(join(ROOT, 'node_modules/typescript/lib/tsc.js'))});
`;

describe('type check of a program', () => {
  it('refuses a type error, and says where it is', () =>
    inProject((folder) => {
      write(folder, 'fleet.ts', "import { size } from './size';\nconst wrong: number = size;\n");

      const { status, stderr } = typeChecked(folder);
      assert.equal(status, 1);
      assert.match(
        stderr,
        /fleet\.ts\(2,7\): error TS2322: Type 'string' is not assignable to type 'number'\./,
      );
      assert.match(
        stderr,
        /^type errors; nothing was written \(--no-type-check runs the program anyway\)$/m,
      );
    }));

  it('finds errors in what the program imports', () =>
    inProject((folder) => {
      write(folder, 'size.ts', 'export const size: string = 8;\n');

      assert.match(typeChecked(folder).stderr, /size\.ts\(1,14\): error TS2322/);
    }));

  it('looks at no file that the program does not import', () =>
    inProject((folder) => {
      write(folder, 'other.ts', 'const wrong: number = "";\n');

      assert.equal(typeChecked(folder).status, 0);
    }));

  it('is not repeated before a file changes', () =>
    inProject((folder) => {
      assert.deepEqual(typeChecked(folder), { status: 0, stderr: '' });
      assert.deepEqual(typeChecked(folder), { status: 0, stderr: '' });

      assert.equal(readFileSync(join(folder, 'calls'), 'utf8'), 'x');
    }));

  it('is repeated when a file changes', () =>
    inProject((folder) => {
      assert.equal(typeChecked(folder).status, 0);
      write(folder, 'size.ts', 'export const size = 80;\n');

      assert.equal(typeChecked(folder).status, 1);
    }));

  it('is left out, with a warning, without a tsconfig.json', () =>
    inFolder((folder) => {
      write(folder, 'fleet.ts', 'const wrong: number = "";\n');

      assert.deepEqual(typeChecked(folder), {
        status: 0,
        stderr:
          'warning: types are not checked because there is no tsconfig.json (fix: npx tsc --init)\n',
      });
    }));

  it('is for TypeScript only', () =>
    inFolder((folder) => {
      write(folder, 'fleet.js', '');

      assert.deepEqual(typeChecked(folder, 'fleet.js'), { status: 0, stderr: '' });
    }));
});

function inProject(test: (folder: string) => void): void {
  inFolder((folder) => {
    const strict = { strict: true, module: 'node16', types: [] };
    write(folder, 'tsconfig.json', JSON.stringify({ compilerOptions: strict }));
    write(folder, 'package.json', '{}');
    write(folder, 'size.ts', "export const size = '8Gi';\n");
    write(folder, 'fleet.ts', RIGHT);
    mkdirSync(join(folder, 'node_modules/typescript/bin'), { recursive: true });
    write(folder, 'node_modules/typescript/package.json', '{}');
    write(folder, 'node_modules/typescript/bin/tsc', COMPILER);
    test(folder);
  });
}

function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function typeChecked(folder: string, program = 'fleet.ts') {
  const module = JSON.stringify(join(ROOT, 'lib/cli/type-check'));
  const script = `require(${module}).typeCheck('${program}', 'nothing was written').then((ok) => process.exit(ok ? 0 : 1))`;
  const child = spawnSync(
    process.execPath,
    ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), '-e', script],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { status: child.status, stderr: child.stderr };
}
