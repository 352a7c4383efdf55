import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_FILE } from '../../../lib/output/output-index';
import { type CommitSummary, TreeWriter } from '../../../lib/output/tree-writer';

/** Texts of files by path. */
export type Files = Readonly<Record<string, string>>;

/** Writes files as one synth does. */
export function write(
  outdir: string,
  files: Files,
  scope?: readonly string[],
  bufferLength?: number,
): CommitSummary {
  const tree = new TreeWriter(outdir, bufferLength === undefined ? {} : { bufferLength });
  try {
    for (const [path, content] of Object.entries(files)) tree.add(path, content);
    return tree.commit(scope);
  } catch (error) {
    tree.abort();
    throw error;
  }
}

/** Texts of the files in a folder by path, without our index. */
export function contents(folder: string): Files {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = join(folder, name);
    if (statSync(file).isFile() && name !== INDEX_FILE) found[name] = readFileSync(file, 'utf8');
  }
  return found;
}
