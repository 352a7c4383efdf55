import type { IConstruct } from 'constructs';
import type { ImageDigests } from '../lib/cluster/model/images';
import { readImageDigests } from '../lib/output/images-file';

const readers = new WeakMap<IConstruct, () => ImageDigests | undefined>();

/** Provides the digests in a file to all clusters of a fleet; the file is read on first use. */
export function provideImageDigests(fleet: IConstruct, file: string): void {
  let read: { readonly digests: ImageDigests | undefined } | undefined;
  readers.set(fleet, () => {
    read ??= { digests: readImageDigests(file) };
    return read.digests;
  });
}

/**
 * Returns the image digests of a construct's fleet; undefined if there are none.
 *
 * @throws ValidationError if the file is not a digest file.
 */
export function imageDigestsOf(construct: IConstruct): ImageDigests | undefined {
  return readers.get(construct.node.root)?.();
}
