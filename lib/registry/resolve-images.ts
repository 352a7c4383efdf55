import { tryParseImage } from '../cluster/model/image-reference';
import type { ImageDigests } from '../cluster/model/images';
import { RegistryClient, type RegistryOptions } from './registry-client';
import { RegistryError } from './registry-error';

/** Digests of images, and the reasons why some have none. */
export interface ResolvedImages {
  /** Digests by image, in the order of the images. */
  readonly digests: ImageDigests;
  /** Reasons by image. */
  readonly failures: Readonly<Record<string, string>>;
}

/** Callback after each image, with the number of finished images. */
export type OnResolved = (done: number, image: string) => void;

const AT_A_TIME = 4;

/** Gets the digests of tagged images from registries, several at a time. */
export async function resolveImages(
  images: readonly string[],
  options: RegistryOptions,
  onResolved: OnResolved,
): Promise<ResolvedImages> {
  const client = new RegistryClient(options);
  const found = new Map<string, string>();
  const failures = new Map<string, string>();
  const queue = [...images];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let image = queue.shift(); image !== undefined; image = queue.shift()) {
      const result = await tryDigest(client, image);
      if ('digest' in result) found.set(image, result.digest);
      else failures.set(image, result.failure);
      done += 1;
      onResolved(done, image);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { digests: inOrder(images, found), failures: inOrder(images, failures) };
}

async function tryDigest(
  client: RegistryClient,
  image: string,
): Promise<{ readonly digest: string } | { readonly failure: string }> {
  const reference = tryParseImage(image);
  if (reference === undefined) return { failure: 'it is not a valid image name' };
  try {
    return { digest: await client.digest(reference) };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return { failure: error.message };
  }
}

function inOrder(
  images: readonly string[],
  values: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    images.flatMap((image) => {
      const value = values.get(image);
      return value === undefined ? [] : [[image, value]];
    }),
  );
}
