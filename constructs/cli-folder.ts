import { existsSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { makeFolder } from '../lib/files/make-folder';
import { refuseObstacle } from '../lib/files/replace-file';
import { withDiskMistakes } from '../lib/output/output-mistakes';

/**
 * Returns the folder of `cdk8s synth --stdout`, an empty temporary one whose files it prints; undefined for any other
 * folder.
 */
export function printFolderAt(folder: string): string | undefined {
  if (!basename(folder).startsWith('cdk8s-') || dirname(resolve(folder)) !== resolve(tmpdir())) {
    return undefined;
  }
  return existsSync(folder) && readdirSync(folder).length === 0 ? folder : undefined;
}

/**
 * Lets `cdk8s synth` find a tree that was written to another folder than the one it reads.
 *
 * @throws ValidationError if something else than a folder, or a link to one, exists at the path.
 */
export function showToCli(cliOutdir: string, outdir: string): void {
  withDiskMistakes(cliOutdir, () => {
    if (existsSync(cliOutdir) && statSync(cliOutdir).isDirectory()) return;
    refuseObstacle(cliOutdir, 'a folder');
    makeFolder(dirname(cliOutdir));
    symlinkSync(resolve(outdir), cliOutdir, 'dir');
  });
}
