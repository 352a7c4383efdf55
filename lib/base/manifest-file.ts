import { readFileSync } from 'node:fs';

/** A file that cannot be read. */
export interface UnreadableFile {
  /** Path as the user gave it. */
  readonly file: string;
  /** Why it cannot be read. */
  readonly reason: 'missing' | 'folder' | 'forbidden';
}

/** Text of a manifest, or why its file cannot be read. */
export type ManifestText = { readonly text: string } | { readonly unreadable: UnreadableFile };

/** Reads a file of YAML documents. */
export function readManifestFile(file: string): ManifestText {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return unreadable(file, 'missing');
    if (code === 'EISDIR') return unreadable(file, 'folder');
    if (code === 'EACCES' || code === 'EPERM') return unreadable(file, 'forbidden');
    throw error;
  }
}

function unreadable(file: string, reason: UnreadableFile['reason']): ManifestText {
  return { unreadable: { file, reason } };
}
