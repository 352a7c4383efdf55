import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a test in a folder that is gone afterwards. */
export function inFolder<T>(run: (folder: string) => T): T {
  const folder = newFolder();
  try {
    return run(folder);
  } finally {
    remove(folder);
  }
}

/** Runs a test that takes its time in a folder that is gone afterwards. */
export async function inFolderUntil<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = newFolder();
  try {
    return await run(folder);
  } finally {
    remove(folder);
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'fleet-'));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
