import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './import-graph';

/** Folder with what `pulumi up` would have handed over to an example; undefined where it needs nothing. */
export function handOverOf(example: string): string | undefined {
  const folder = join(ROOT, 'test/support/hand-over', example);
  return existsSync(folder) ? folder : undefined;
}

/**
 * Copies an example, as if its stacks had been brought up, into a folder beside the library; gives the folder of the copy.
 *
 * No example has hand-over files of its own, whose addresses would be those of another cloud.
 */
export function copyExample(example: string, work: string): string {
  const folder = join(work, 'examples', example);
  cpSync(join(ROOT, 'examples', example), folder, { recursive: true });
  for (const linked of ['constructs', 'lib', 'node_modules']) {
    symlinkSync(join(ROOT, linked), join(work, linked), 'dir');
  }
  const handOver = handOverOf(example);
  if (handOver !== undefined) cpSync(handOver, join(folder, 'hand-over'), { recursive: true });
  return folder;
}
