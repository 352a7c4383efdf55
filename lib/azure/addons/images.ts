import { always, type KnownImage, ofMinor } from '../../cluster/model/known-image';

const MICROSOFT = 'mcr.microsoft.com/oss';
/** Patch releases of the Azure cloud provider, by minor version. */
const AZURE_PATCHES: Readonly<Record<number, number>> = {
  28: 11,
  29: 9,
  30: 9,
  31: 6,
  32: 8,
  33: 3,
  34: 3,
  35: 5,
  36: 1,
};
/** First releases with images in `oss/v2`, by minor version. */
const PROVIDER_MOVED = { 34: 0 };
const DISK_MOVED = { 32: 12, 33: 5, 34: 0 };

/** Images of Azure addons. */
export const AZURE_IMAGES = {
  cloudControllerManager: ofAzure('azure-cloud-controller-manager'),
  cloudNodeManager: ofAzure('azure-cloud-node-manager'),
  diskCsiDriver: {
    repository: `${MICROSOFT}/kubernetes-csi/azuredisk-csi`,
    moved: { since: DISK_MOVED, repository: `${MICROSOFT}/v2/kubernetes-csi/azuredisk-csi` },
    tag: always('v1.33.1'),
  },
} satisfies Readonly<Record<string, KnownImage>>;

/** Returns an image of the Azure cloud provider. */
function ofAzure(name: string): KnownImage {
  return {
    repository: `${MICROSOFT}/kubernetes/${name}`,
    moved: { since: PROVIDER_MOVED, repository: `${MICROSOFT}/v2/kubernetes/${name}` },
    tag: ofMinor(AZURE_PATCHES),
  };
}
