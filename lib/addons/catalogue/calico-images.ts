import { imageText } from '../../cluster/model/image-reference';
import { type ImageName, knownImage } from '../../cluster/model/images';

/** Images that the Job of a {@link CalicoJob} runs. */
export interface CalicoImages {
  /**
   * Image with a shell, curl, sed and sha256sum, which waits, downloads, and takes the Job's rights away at the end.
   *
   * @default 'docker.io/curlimages/curl:8.11.1'
   */
  readonly curl?: string;
  /**
   * Image with kubectl, which applies.
   *
   * @default - `registry.k8s.io/kubectl` of the cluster's Kubernetes version
   */
  readonly kubectl?: string;
}

/** Defaults of {@link CalicoImages}. */
export const CALICO_IMAGES_DEFAULTS = Object.freeze({ curl: imageText(knownImage('curl')) });

/** Known images by the names of their props. */
export const CALICO_IMAGE_NAMES: Readonly<Record<keyof CalicoImages, ImageName>> = Object.freeze({
  curl: 'curl',
  kubectl: 'kubectl',
});
