/** Digest of an image that is known without querying a registry. */
export interface KnownDigest {
  /** Digest of the multi-platform image index. */
  readonly digest: string;
  /** Public source of the digest, `project@version:path`. */
  readonly source: string;
}

const PROVIDER =
  'kubernetes/k8s.io@4b0982c959f1112949fa0ceaddff7464d9b5d076:registry.k8s.io/images/k8s-staging-provider-os/images.yaml';
const AUTOSCALING =
  'kubernetes/k8s.io@fe84f3f631bc82638db79709f06eadd75b5116c2:registry.k8s.io/images/k8s-staging-autoscaling/images.yaml';
const VSPHERE_CLOUD =
  'kubernetes/k8s.io@582151cbc43fba63fa847de8d22ef6220fdb504c:registry.k8s.io/images/k8s-staging-cloud-pv-vsphere/images.yaml';
const VSPHERE_CSI =
  'kubernetes/k8s.io@cc7c7e880655a4dfa9c1e83f0d4498b2fcd686f6:registry.k8s.io/images/k8s-staging-csi-vsphere/images.yaml';
const REGISTRY = 'registry.k8s.io';
const PROVIDER_AWS =
  'kubernetes/k8s.io@0137eda2cba1d3894c93aa4bd4363eacc2ed7287:registry.k8s.io/images/k8s-staging-provider-aws/images.yaml';
const CONTROLLER = 'registry.k8s.io/provider-os/openstack-cloud-controller-manager';
const CINDER = 'registry.k8s.io/provider-os/cinder-csi-plugin';
const AWS_CONTROLLER = 'registry.k8s.io/provider-aws/cloud-controller-manager';
const EBS = 'registry.k8s.io/provider-aws/aws-ebs-csi-driver';
const AUTOSCALER = 'registry.k8s.io/autoscaling/cluster-autoscaler';

/** Digests by reference, for images whose project publishes them in a file. */
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
  ...published(VSPHERE_CLOUD, `${REGISTRY}/cloud-pv-vsphere/cloud-provider-vsphere`, {
    'v1.28.0': '026f63d9ed421e5e783fcf51e7db265a6788e36a910ea70c76657dd324b99063',
    'v1.29.0': '8b340f08703019f25d7f9fd6231303ebf378bcf498f90cd3b2c69209384f7f95',
    'v1.30.0': '0186c486bad3ef1528942a4c363ecff22494aa981b5c0bd6dc923e85cb0a5e5a',
    'v1.31.0': '0275525a0cfc0794c1e128811a3fa7ae74d5276f2c57564c74ad214980e48094',
    'v1.32.0': 'f9f4dfd733ab3c7464fd149f34879ee25ea49c98754dfabfc67488f2227e81e7',
  }),
  ...published(VSPHERE_CSI, `${REGISTRY}/csi-vsphere/driver`, {
    'v3.5.0': '4bb8350a5a62b50d5c10271c74d8fed214e11736f91dd02d29657666c3edbba4',
  }),
  ...published(VSPHERE_CSI, `${REGISTRY}/csi-vsphere/syncer`, {
    'v3.5.0': 'bb88468fff2a296f66a7991e793d2d2d1223ba18b11b887e83d87a33f438f000',
  }),
  ...published(PROVIDER_AWS, AWS_CONTROLLER, {
    'v1.28.1': '79b423ac8bc52d00f932b40de11fc3047a5ed1cbec47cda23bcf8f45ef583ed1',
    'v1.29.0': 'f6a04550d3e6ebfdd92f69702ca0fdb783e24f36c72929ca90af90f62a630018',
    'v1.30.0': 'a8911a33c0f7260ec9cfcaf7fc6b558b4a5847586f53164e81cc015041b05670',
    'v1.31.0': 'c4658f5c583e85ef58a096ac9901a8ced3cb9699d8eeceb59d3bb54c5d0db72f',
    'v1.32.0': 'b0271fa14f5f93250a51ad5458c330479a17cd5adc320b8d2a945d777773826d',
    'v1.33.0': '101c01cd5e9fd44331cc0e80d727b476be90018a84c2bd32b161d5c692b49980',
    'v1.34.0': '389f84eb8be523c1f3dc97b8e6cf48013a20f19e6c23dad7259ac26297b11940',
    'v1.35.0': 'bf5a41be5f0dd5049cc1f69e1a23ff2691f2f46483546204676cea78796e75cd',
  }),
  ...published(PROVIDER_AWS, EBS, {
    'v1.45.0': '4abf896ae655e49cc5f9d33ffb185bb543b8a271f3cac3a11ae0b8a1b6bdc10a',
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
