import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationError } from '../../lib/base/errors';
import { TreeWriter } from '../../lib/output/tree-writer';

/** Program of one of several processes that write the same tree again and again, each its own texts. */
const [outdir = '', marker = '', name = '', times = '0'] = process.argv.slice(2);
const PATHS = Array.from({ length: 12 }, (_, index) => `m/c${index % 4}/f${index}.yaml`);
const DEADLINE = Date.now() + 60_000;

let written = 0;
while (written < Number(times) && Date.now() < DEADLINE) if (tryWrite(written)) written += 1;
process.exitCode = written === Number(times) ? 0 : 1;

/** Writes the tree, and looks at it while no other process may have changed it. */
function tryWrite(round: number): boolean {
  const text = `${name} ${round}`;
  const tree = new TreeWriter(outdir, { bufferLength: round % 2 === 0 ? 0 : 1e6 });
  try {
    for (const path of PATHS) tree.add(path, text);
    tree.commit(undefined, () => {
      closeSync(openSync(marker, 'wx'));
      const found = new Set(PATHS.map((path) => readFileSync(join(outdir, path), 'utf8')));
      if (found.size !== 1 || !found.has(text)) throw new Error(`mixed: ${[...found].join(', ')}`);
      rmSync(marker);
    });
    return true;
  } catch (error) {
    tree.abort();
    if (error instanceof ValidationError && error.issues.every(isLock)) return false;
    throw error;
  }
}

function isLock({ rule }: { readonly rule: string }): boolean {
  return rule === 'output-lock';
}
