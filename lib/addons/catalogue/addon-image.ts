import { chosenImage, movedImage } from '../../cluster/model/images';
import { type KnownImage, knownImage } from '../../cluster/model/known-image';
import type { AddonModel } from '../model/addon';
import type { AddonContext } from './addon-parts';

const NOTHING = Object.freeze({});

type GivenImages = NonNullable<AddonModel['images']>;

/** Image of an addon, with the images that the user gave. */
export interface AddonImage {
  /** Image as pods use it. */
  readonly image: string;
  /** Images given by the user, for checks. */
  readonly images: GivenImages;
}

/** Returns the image of an addon whose program has its own release, which is the tag. */
export function addonImage(
  context: AddonContext,
  known: KnownImage,
  { image }: { readonly image?: string },
  release: string,
): AddonImage {
  const { images, given } = addonImages(context, { image: known }, { image }, { image: release });
  return { image: images.image, images: given };
}

/** Returns the image of an addon in the management cluster, from the registries that this cluster pulls from. */
export function managementImage(
  context: AddonContext,
  ...wanted: readonly [known: KnownImage, given: { readonly image?: string }, release: string]
): AddonImage {
  const { image, images } = addonImage(context, ...wanted);
  const { imageRegistries = {} } = context.management ?? {};
  return { image: movedImage(image, imageRegistries, context.imageDigests), images };
}

/** Images of an addon by prop, with the images that the user gave. */
export interface AddonImages<K extends string> {
  /** Images as pods use them. */
  readonly images: Readonly<Record<K, string>>;
  /** Images given by the user, for checks. */
  readonly given: GivenImages;
}

/**
 * Returns the images of an addon, with tags and digests: the user's, or otherwise the known ones.
 *
 * @param known Known images by prop.
 * @param releases Releases by prop, where the tag does not follow from the Kubernetes version.
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

/** Prefixes the props of given images with a prop that contains them. */
export function within(prop: string, given: GivenImages): GivenImages {
  return Object.fromEntries(
    Object.entries(given).map(([name, image]) => [`${prop}.${name}`, image]),
  );
}
