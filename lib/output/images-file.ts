import { ValidationError } from '../base/errors';
import { isMap } from '../base/is-map';
import { share } from '../base/shared';
import { isDigest, tryParseImage } from '../cluster/model/image-reference';
import type { ImageDigests } from '../cluster/model/images';
import { readPlainFile } from '../files/plain-file';
import { replaceFile, USUAL_MODE } from '../files/replace-file';

/** Default file with the digests of a fleet's images. */
export const IMAGES_FILE = 'images.json';

/**
 * Reads the file that `capi-fleet images --resolve` writes; undefined if it does not exist.
 *
 * @throws ValidationError when the file has another content.
 */
export function readImageDigests(file: string): ImageDigests | undefined {
  const text = readPlainFile(file)?.toString('utf8');
  if (text === undefined) return undefined;
  const digests = digestsIn(text);
  if (digests !== undefined) return share(digests);
  throw new ValidationError([
    {
      path: 'Fleet',
      prop: 'imagesFile',
      given: file,
      allowed: 'a file with { "images": { "<image>:<tag>": "sha256:…" } }',
      fix: 'write it with "capi-fleet images --resolve", or delete it',
      rule: 'images-file',
    },
  ]);
}

/** Writes the file atomically. */
export function writeImageDigests(file: string, digests: ImageDigests): void {
  const sorted = Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1));
  const data = { images: Object.fromEntries(sorted) };
  replaceFile(file, `${JSON.stringify(data, undefined, 2)}\n`, USUAL_MODE);
}

function digestsIn(text: string): ImageDigests | undefined {
  const images = imagesIn(text);
  if (images === undefined) return undefined;
  const digests: Record<string, string> = {};
  for (const [image, digest] of Object.entries(images)) {
    const reference = tryParseImage(image);
    if (reference?.tag === undefined || reference.digest !== undefined) return undefined;
    if (!isDigest(digest)) return undefined;
    digests[image] = digest;
  }
  return digests;
}

function imagesIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isMap(data) && isMap(data.images) ? data.images : undefined;
  } catch {
    return undefined;
  }
}
