import type { IConstruct } from 'constructs';
import type { ImageDigests } from '../lib/cluster/model/images';
import { readImageDigests } from '../lib/output/images-file';

const readers = new WeakMap<IConstruct, () => ImageDigests | undefined>();

/** Gives all clusters of a fleet the digests of a file, which is read when the first asks. */
export function provideImageDigests(fleet: IConstruct, file: string): void {
  let read: { readonly digests: ImageDigests | undefined } | undefined;
  readers.set(fleet, () => {
    read ??= { digests: readImageDigests(file) };
    return read.digests;
  });
}

/**
 * Digests of images that the fleet of a construct has; undefined for none.
 *
 * @throws ValidationError when its file is something else.
 */
export function imageDigestsOf(construct: IConstruct): ImageDigests | undefined {
  return readers.get(construct.node.root)?.();
}
