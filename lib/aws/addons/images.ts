import { always, type KnownImage, ofMinor } from '../../cluster/model/known-image';

const REGISTRY = 'registry.k8s.io';

/** Images of AWS addons. */
export const AWS_IMAGES = {
  cloudControllerManager: {
    repository: `${REGISTRY}/provider-aws/cloud-controller-manager`,
    tag: ofMinor({ 28: 1 }),
  },
  ebsCsiDriver: {
    repository: `${REGISTRY}/provider-aws/aws-ebs-csi-driver`,
    tag: always('v1.45.0'),
  },
} satisfies Readonly<Record<string, KnownImage>>;
