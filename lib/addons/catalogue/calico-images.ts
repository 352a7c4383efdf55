import { imageText } from '../../cluster/model/image-reference';
import { IMAGES } from '../../cluster/model/images';
import { type KnownImage, knownImage } from '../../cluster/model/known-image';

/** Images that the Job of a {@link CalicoJob} runs. */
export interface CalicoImages {
  /**
   * Image with a shell, curl, sed and sha256sum, which waits, downloads, and revokes the Job's permissions at the end.
   *
   * @default 'docker.io/curlimages/curl:8.11.1'
   */
  readonly curl?: string;
  /**
   * Image with kubectl, which applies the manifests.
   *
   * @default - `registry.k8s.io/kubectl` with the cluster's Kubernetes version
   */
  readonly kubectl?: string;
}

/** Defaults of {@link CalicoImages}. */
export const CALICO_IMAGES_DEFAULTS = Object.freeze({ curl: imageText(knownImage(IMAGES.curl)) });

/** Known images by prop. */
export const KNOWN_CALICO_IMAGES: Readonly<Record<keyof CalicoImages, KnownImage>> = Object.freeze({
  curl: IMAGES.curl,
  kubectl: IMAGES.kubectl,
});
