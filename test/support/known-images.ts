import { AWS_IMAGES } from '../../lib/aws/addons/images';
import { AZURE_IMAGES } from '../../lib/azure/addons/images';
import { IMAGES } from '../../lib/cluster/model/images';
import { HETZNER_IMAGES } from '../../lib/hetzner/addons/images';
import { OPENSTACK_IMAGES } from '../../lib/openstack/addons/images';
import { VSPHERE_IMAGES } from '../../lib/vsphere/addons/images';

/** Every image that the library writes, by the kind of the cloud that it is for. */
export const KNOWN_IMAGES = {
  any: IMAGES,
  openstack: OPENSTACK_IMAGES,
  vsphere: VSPHERE_IMAGES,
  aws: AWS_IMAGES,
  azure: AZURE_IMAGES,
  hetzner: HETZNER_IMAGES,
};
