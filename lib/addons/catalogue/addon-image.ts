import { chosenImage, movedImage } from '../../cluster/model/images';
import { type KnownImage, knownImage } from '../../cluster/model/known-image';
import type { AddonModel } from '../model/addon';
import type { AddonContext } from './addon-parts';

const NOTHING = Object.freeze({});

type GivenImages = NonNullable<AddonModel['images']>;

/** Image of an addon, and what the user said of it. */
export interface AddonImage {
  /** Image as pods get it. */
  readonly image: string;
  /** What the user gave, for checks. */
  readonly images: GivenImages;
}

/** Image of an addon whose program has a release of its own, which is the tag. */
export function addonImage(
  context: AddonContext,
  known: KnownImage,
  { image }: { readonly image?: string },
  release: string,
): AddonImage {
  const { images, given } = addonImages(context, { image: known }, { image }, { image: release });
  return { image: images.image, images: given };
}

/** Image of an addon that runs in the management cluster, from the registries that it pulls from. */
export function managementImage(
  context: AddonContext,
  ...wanted: readonly [known: KnownImage, given: { readonly image?: string }, release: string]
): AddonImage {
  const { image, images } = addonImage(context, ...wanted);
  const { imageRegistries = {} } = context.management ?? {};
  return { image: movedImage(image, imageRegistries, context.imageDigests), images };
}

/** Images of an addon by the names of their props, and what the user said of them. */
export interface AddonImages<K extends string> {
  /** Images as pods get them. */
  readonly images: Readonly<Record<K, string>>;
  /** What the user gave, for checks. */
  readonly given: GivenImages;
}

/**
 * Images of an addon: the user's, or the known ones, with tags and digests.
 *
 * @param known Images that are known, by the names of their props.
 * @param releases Releases of programs by the same names, where the tag is not that of the Kubernetes version.
 */
export function addonImages<K extends string>(
  { kubernetesVersion, imageDigests }: AddonContext,
  known: Readonly<Record<K, KnownImage>>,
  given: Readonly<Partial<Record<NoInfer<K>, string | undefined>>> = NOTHING,
  releases: Readonly<Partial<Record<NoInfer<K>, string | undefined>>> = NOTHING,
): AddonImages<K> {
  const props = Object.keys(known) as K[];
  const image = (prop: K): string => {
    const usual = knownImage(known[prop], kubernetesVersion, releases[prop]);
    return chosenImage(given[prop], usual, imageDigests);
  };
  return {
    images: Object.fromEntries(props.map((prop) => [prop, image(prop)])) as Record<K, string>,
    given: Object.fromEntries(
      props.flatMap((prop) => {
        const image = given[prop];
        return image === undefined ? [] : [[prop, image]];
      }),
    ),
  };
}

/** What a user gave, as a part of a prop. */
export function within(prop: string, given: GivenImages): GivenImages {
  return Object.fromEntries(
    Object.entries(given).map(([name, image]) => [`${prop}.${name}`, image]),
  );
}
