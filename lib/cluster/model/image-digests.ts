/** Digest of an image that is known without asking a registry. */
export interface KnownDigest {
  /** Digest of the list of images of all platforms. */
  readonly digest: string;
  /** Public source that says so, `project@version:path`. */
  readonly source: string;
}

const PROVIDER =
  'kubernetes/k8s.io@4b0982c959f1112949fa0ceaddff7464d9b5d076:registry.k8s.io/images/k8s-staging-provider-os/images.yaml';
const AUTOSCALING =
  'kubernetes/k8s.io@fe84f3f631bc82638db79709f06eadd75b5116c2:registry.k8s.io/images/k8s-staging-autoscaling/images.yaml';
const CONTROLLER = 'registry.k8s.io/provider-os/openstack-cloud-controller-manager';
const CINDER = 'registry.k8s.io/provider-os/cinder-csi-plugin';
const AUTOSCALER = 'registry.k8s.io/autoscaling/cluster-autoscaler';

/** Digests by reference, of images whose project publishes them in a file. */
export const KNOWN_DIGESTS: Readonly<Record<string, KnownDigest>> = {
  ...published(PROVIDER, CONTROLLER, {
    'v1.28.0': 'f0bd8adb5ea6fe79bec97c1c3edff7b20936a7fb34a8a923e8fc63ec7438692b',
    'v1.29.0': '2c915332fa8f85479a5b2ab638327158a89bc5fff7ff9328328599bfefc52b77',
    'v1.30.0': '360a30ce4a5edec7883e9ed04239ffdb2a9fef6f422d87605767753209d45848',
    'v1.31.0': 'e619399b4f5f8fa18333647f0e8155f6008e198774ca3060042991795edeb1b7',
    'v1.32.0': '25e0539888590240483b60dec84c2387fd3cc48bd81dc10a3f6b01fef2585548',
  }),
  ...published(PROVIDER, CINDER, {
    'v1.28.0': 'cfcd8248548a507adbe77b0ffbeadc9274351c77b8c7c5ecbe3dbc96600ff20f',
    'v1.29.0': '24d09525d215aad993b2319ec37a686d3470997c6f9ea73f30a82c2a53e7604d',
    'v1.30.0': '5a993797393619cadbee2a320d7f647ff20887f506bef4c849b0d90e7de7c160',
    'v1.31.0': '6aeae2130650927ed740f46332c082e21a660272760bedcefe641a4bb91812ab',
    'v1.32.0': '8dbc1d5c42c143d26ba7fea5ca36a38ab512983b7df16329b486421615381f96',
  }),
  ...published(AUTOSCALING, AUTOSCALER, {
    'v1.28.0': '165cf9c4f96a42bdc13e609609ab21af9785b9af6035fbbad97b6c04ffa485e9',
    'v1.29.0': '808185c1090107f06ea69b0a5e507e387ad2ee3a3b12b7cd08ea0dac730cf58b',
    'v1.33.1': '0d53371b73eae57dbed927a72b71d4fe756ce4dbfe528b4217a1078cb13445f0',
  }),
};

function published(
  source: string,
  repository: string,
  digests: Readonly<Record<string, string>>,
): Readonly<Record<string, KnownDigest>> {
  return Object.fromEntries(
    Object.entries(digests).map(([tag, digest]) => [
      `${repository}:${tag}`,
      { digest: `sha256:${digest}`, source },
    ]),
  );
}
