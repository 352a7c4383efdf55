import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { tryParseImage } from '../../cluster/model/image-reference';
import type { AddonSubject } from './subjects';

/** Rules on the images that a user sets for addons. */
export const ADDON_IMAGE_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-image',
    reason: 'A pod with an invalid image name never starts.',
    source: 'distribution/reference@main:regexp.go',
    check({ addon: { path, images = {} } }, refuse) {
      for (const [prop, image] of Object.entries(images)) {
        if (tryParseImage(image) !== undefined) continue;
        const better = betterImage(image);
        refuse(
          { path, prop },
          {
            given: image,
            allowed: 'a registry and a path, optionally with a tag, a digest, or both',
            fix: better === undefined ? leaveOut() : write(better),
          },
        );
      }
    },
  },
];

/** Guesses the intended image: removes a protocol and surrounding blanks, and lowercases the path. */
function betterImage(text: unknown): string | undefined {
  const plain = String(text)
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^[^:@]+/, (repository) => repository.toLowerCase());
  return tryParseImage(plain) === undefined || plain === text ? undefined : plain;
}
