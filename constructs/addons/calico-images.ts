import { tryParseKubernetesVersion, versionTag } from '../../lib/model/kubernetes-version';

/** Images that the Job of a {@link CalicoJob} runs. */
export interface CalicoImages {
  /**
   * Image with a shell, curl, sed and sha256sum, which waits and downloads.
   *
   * @default 'curlimages/curl:8.11.1'
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
export const CALICO_IMAGES_DEFAULTS = Object.freeze({ curl: 'curlimages/curl:8.11.1' });

const KUBECTL_REPOSITORY = 'registry.k8s.io/kubectl';
/** First Kubernetes minor with an image of kubectl; it also serves the minor before. */
const FIRST_MINOR = 28;
const FIRST_RELEASE = 'v1.28.15';

/** Images of the Job for a Kubernetes version. */
export function installerImages(
  kubernetesVersion: string,
  images: CalicoImages = {},
): Required<CalicoImages> {
  return {
    curl: images.curl ?? CALICO_IMAGES_DEFAULTS.curl,
    kubectl: images.kubectl ?? `${KUBECTL_REPOSITORY}:${kubectlTag(kubernetesVersion)}`,
  };
}

function kubectlTag(kubernetesVersion: string): string {
  const minor = tryParseKubernetesVersion(kubernetesVersion)?.minor ?? FIRST_MINOR;
  return minor < FIRST_MINOR ? FIRST_RELEASE : versionTag(kubernetesVersion);
}
