import type { Rule } from '../../base/rule';
import type { ImageLookup } from '../model/lookup';
import type { PoolSubject } from './subjects';

/** Rules on the images of Windows pools. */
export const WINDOWS_IMAGE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-image',
    reason: 'The image of the control plane is a Linux image.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/administer-cluster/kubeadm/adding-windows-nodes.md',
    check({ cluster, pool: { path, image } }, refuse) {
      if (JSON.stringify(image) !== JSON.stringify(cluster.controlPlane.image)) return;
      refuse(
        { path, prop: 'image' },
        {
          given: givenImage(image),
          allowed: 'a Windows image, which that of the control plane is not',
          fix: 'write image: MachineImage.fromName(…) in the pool',
        },
      );
    },
  },
];

function givenImage(image: ImageLookup): unknown {
  if ('id' in image) return image.id;
  if ('imageRef' in image) return image.imageRef.name;
  return image.filter.name ?? image.filter.tags;
}
