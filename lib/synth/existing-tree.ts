import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { SynthError } from '../errors';
import { contentHash } from './output-index';

/** What is found at a path of an output folder. */
export type EntryKind = 'absent' | 'file' | 'folder' | 'other';

/** Output folder as it was when the synth began; looks at each folder once. */
export class ExistingTree {
  private readonly listings = new Map<string, ReadonlyMap<string, EntryKind>>();
  private scratch = Buffer.alloc(64 * 1024);

  constructor(private readonly root: string) {}

  /**
   * What is found at a path; below something that is no folder, nothing is.
   *
   * @throws SynthError when the path leads out of the folder through a symbolic link.
   */
  kind(path: string): EntryKind {
    const slash = path.lastIndexOf('/');
    const folder = slash < 0 ? '' : path.slice(0, slash);
    return this.listing(folder).get(path.slice(slash + 1)) ?? 'absent';
  }

  /** First folder on the way to a path where something that is no folder stands. */
  blocker(path: string): string | undefined {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      const kind = this.kind(folder);
      if (kind === 'absent') return undefined;
      if (kind !== 'folder') return folder;
    }
    return undefined;
  }

  /** Paths of everything below a folder that is no folder itself. */
  filesBelow(folder: string): readonly string[] {
    return [...this.listing(folder)].flatMap(([name, kind]) => {
      const path = `${folder}/${name}`;
      return kind === 'folder' ? this.filesBelow(path) : [path];
    });
  }

  /** Whether a file holds exactly these bytes. */
  holds(path: string, bytes: Buffer): boolean {
    const wanted = bytes.length + 1;
    if (this.scratch.length < wanted) this.scratch = Buffer.alloc(wanted * 2);
    const descriptor = openSync(join(this.root, path), 'r');
    try {
      let read = 0;
      while (read < wanted) {
        const count = readSync(descriptor, this.scratch, read, wanted - read, null);
        if (count === 0) break;
        read += count;
      }
      return read === bytes.length && bytes.equals(this.scratch.subarray(0, read));
    } finally {
      closeSync(descriptor);
    }
  }

  /** Hash of what a file holds. */
  hash(path: string): string {
    return contentHash(readFileSync(join(this.root, path)));
  }

  private listing(folder: string): ReadonlyMap<string, EntryKind> {
    const known = this.listings.get(folder);
    if (known !== undefined) return known;
    const listing = new Map<string, EntryKind>();
    if (folder === '' || this.kind(folder) === 'folder') {
      for (const entry of readdirSync(join(this.root, folder), { withFileTypes: true })) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        listing.set(entry.name, this.kindOf(path, entry));
      }
    }
    this.listings.set(folder, listing);
    return listing;
  }

  private kindOf(path: string, entry: Dirent): EntryKind {
    if (entry.isFile()) return 'file';
    if (entry.isDirectory()) return 'folder';
    return 'other';
  }
}
