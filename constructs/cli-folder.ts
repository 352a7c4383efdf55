import { existsSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { makeFolder } from '../lib/files/make-folder';
import { refuseObstacle } from '../lib/files/replace-file';
import { withDiskMistakes } from '../lib/output/output-mistakes';

/** Folder of `cdk8s synth --stdout`, an empty one of its own in which it prints every file; undefined for any other. */
export function printFolderAt(folder: string): string | undefined {
  if (!basename(folder).startsWith('cdk8s-') || dirname(resolve(folder)) !== resolve(tmpdir())) {
    return undefined;
  }
  return existsSync(folder) && readdirSync(folder).length === 0 ? folder : undefined;
}

/**
 * Lets `cdk8s synth` find a tree that was written somewhere else than where it looks.
 *
 * @throws ValidationError when something is there already that is no folder and leads to none.
 */
export function showToCli(cliOutdir: string, outdir: string): void {
  withDiskMistakes(cliOutdir, () => {
    if (existsSync(cliOutdir) && statSync(cliOutdir).isDirectory()) return;
    refuseObstacle(cliOutdir, 'a folder');
    makeFolder(dirname(cliOutdir));
    symlinkSync(resolve(outdir), cliOutdir, 'dir');
  });
}
