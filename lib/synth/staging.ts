import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileOperations } from './tree-writer';

/** Name of the folder at the root of an output folder where new files wait. */
export const STAGING_FOLDER = '.capi-fleet-staging';

/** New content that waits for the commit: in memory up to a bound, on disk beyond it. */
export class Staging {
  private readonly folder: string;
  private readonly tree: string;
  private readonly made = new Set<string>();
  private waiting: { readonly path: string; readonly bytes: Buffer }[] = [];
  private waitingBytes = 0;

  constructor(
    root: string,
    private readonly bound: number,
    private readonly files: FileOperations,
  ) {
    this.folder = join(root, STAGING_FOLDER);
    this.tree = join(this.folder, 'tree');
  }

  /** Takes the content of a file of the output. */
  add(path: string, bytes: Buffer): void {
    this.waiting.push({ path, bytes });
    this.waitingBytes += bytes.length;
    if (this.waitingBytes > this.bound) this.spill();
  }

  /** Puts all that waits in memory on disk. */
  spill(): void {
    for (const { path, bytes } of this.waiting) {
      const file = this.locate(path);
      this.makeFolder(dirname(file));
      this.files.writeFileSync(file, bytes);
    }
    this.waiting = [];
    this.waitingBytes = 0;
  }

  /** Place of a file or folder of the output while it waits. */
  locate(path: string): string {
    return join(this.tree, path);
  }

  /** Replaces a file by a text in one step. */
  replace(target: string, text: string): void {
    this.makeFolder(this.folder);
    const file = join(this.folder, 'replacement');
    this.files.writeFileSync(file, text);
    this.files.renameSync(file, target);
  }

  /** Forgets everything and removes the folder. */
  clear(): void {
    this.waiting = [];
    this.waitingBytes = 0;
    this.made.clear();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private makeFolder(folder: string): void {
    if (this.made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.made.add(folder);
  }
}
