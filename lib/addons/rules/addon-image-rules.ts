import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { tryParseImage } from '../../cluster/model/image-reference';
import type { AddonSubject } from './subjects';

/** Rules on the images that a user gives addons. */
export const ADDON_IMAGE_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-image',
    reason: 'A pod whose image has no valid name is never started.',
    source: 'distribution/reference@main:regexp.go',
    check({ addon: { path, images = {} } }, refuse) {
      for (const [prop, image] of Object.entries(images)) {
        if (tryParseImage(image) !== undefined) continue;
        const better = betterImage(image);
        refuse(
          { path, prop },
          {
            given: image,
            allowed: 'a registry and a path, with a tag, a digest, or both if you like',
            fix: better === undefined ? leaveOut() : write(better),
          },
        );
      }
    },
  },
];

/** Image that a text was probably meant to be: without a protocol, blanks and capitals of the path. */
function betterImage(text: unknown): string | undefined {
  const plain = String(text)
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^[^:@]+/, (repository) => repository.toLowerCase());
  return tryParseImage(plain) === undefined || plain === text ? undefined : plain;
}
