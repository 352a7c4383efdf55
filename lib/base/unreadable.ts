import type { UnreadableFile } from './manifest-file';

/** What to do about a file that cannot be read. */
export const UNREADABLE_FIXES: Readonly<Record<UnreadableFile['reason'], string>> = {
  missing: "write the path from where the program runs, or join(__dirname, '…')",
  folder: 'name a file in it',
  forbidden: 'let the user that runs the program read it',
};
