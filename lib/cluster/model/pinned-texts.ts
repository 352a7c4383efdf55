import { isMap } from '../../base/is-map';
import type { Manifest } from '../../base/manifest';
import { type ImageDigests, pinnedImage } from './images';

/** Line of YAML with a container image. */
const IMAGE_LINE =
  /^([ \t]*(?:-[ \t]+)?image:[ \t]+)(["']?)([^\s"'#,{}[\]]+)\2(?=[ \t]*(?:#.*)?\r?$)/gm;

const KEPT = 32;
const texts = new WeakMap<ImageDigests, Map<string, string>>();
const objects = new WeakMap<ImageDigests, WeakMap<readonly Manifest[], readonly Manifest[]>>();

/** Adds known digests to the images in a YAML text; everything else is unchanged. */
export function pinnedText(text: string, digests: ImageDigests | undefined): string {
  if (digests === undefined || !text.includes('image:')) return text;
  const known = texts.get(digests) ?? new Map<string, string>();
  texts.set(digests, known);
  const pinned =
    known.get(text) ??
    text.replace(IMAGE_LINE, (_, start: string, quote: string, image: string) => {
      return `${start}${quote}${pinnedImage(image, digests)}${quote}`;
    });
  if (known.size >= KEPT) known.clear();
  known.set(text, pinned);
  return pinned;
}

/** Adds known digests to the container images of objects; the result for each list is cached. */
export function pinnedObjects(
  given: readonly Manifest[],
  digests: ImageDigests | undefined,
): readonly Manifest[] {
  if (digests === undefined) return given;
  const known = objects.get(digests) ?? new WeakMap<readonly Manifest[], readonly Manifest[]>();
  objects.set(digests, known);
  const pinned = known.get(given) ?? given.map((one) => pinnedValue(one, digests) as Manifest);
  known.set(given, pinned);
  return pinned;
}

function pinnedValue(value: unknown, digests: ImageDigests): unknown {
  if (Array.isArray(value)) return value.map((item) => pinnedValue(item, digests));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === 'image' && typeof member === 'string'
        ? pinnedImage(member, digests)
        : pinnedValue(member, digests),
    ]),
  );
}
