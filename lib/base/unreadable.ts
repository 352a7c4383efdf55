import type { UnreadableFile } from './manifest-file';

/** Fixes for files that cannot be read. */
export const UNREADABLE_FIXES: Readonly<Record<UnreadableFile['reason'], string>> = {
  missing: "write the path relative to the working directory, or join(__dirname, '…')",
  folder: 'name a file in it',
  forbidden: 'give read permission to the user that runs the program',
};
