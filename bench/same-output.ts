import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const TOLERANCE = 0.1;

/** Throws unless two trees have the same files and kinds, and about the same size. */
export function assertSameOutput(left: string, right: string): void {
  const [files, others] = [manifests(left), manifests(right)];
  if (files.join() !== others.join()) throw new Error(`the files of ${left} and ${right} differ`);
  const [one, other] = [bytes(left, files), bytes(right, files)];
  if (Math.abs(one - other) > TOLERANCE * Math.max(one, other)) {
    throw new Error(`${left} has ${one} bytes, ${right} has ${other}`);
  }
  for (const file of files) {
    const [kinds, otherKinds] = [kindsOf(join(left, file)), kindsOf(join(right, file))];
    if (kinds !== otherKinds) throw new Error(`${file} differs: ${kinds} and ${otherKinds}`);
  }
}

function bytes(root: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
}

function manifests(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** Kinds of the documents of a YAML or JSON file; documents inside texts do not count. */
function kindsOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/^(?:kind: |\{"apiVersion":"[^"]*","kind":")([A-Za-z]+)/gm);
  return Array.from(found, ([, kind]) => kind)
    .sort()
    .join();
}
