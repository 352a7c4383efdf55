import type { Issue } from '../../base/errors';
import { describeLookup, imageName, type Lookup } from '../model/lookup';
import { machineGroups } from '../plan/machine-groups';
import type { CloudClient, CloudObject } from './cloud-client';
import { CloudError } from './cloud-error';
import { type CloudPart, cloudFirst, isMadeHere, Lacks } from './cloud-part';

/**
 * Checks that Glance has the images of machines, or that they are uploaded: by the same stack, or in previews by that of
 * the cloud.
 */
export async function checkImages(
  client: CloudClient,
  part: CloudPart,
  isPreview: boolean,
): Promise<Issue[]> {
  const { cloud, clusters } = part;
  const wanted = new Map<
    string,
    { readonly image: Lookup; readonly path: string; readonly prop: string }
  >();
  for (const { path, within, machine } of clusters.flatMap(({ cluster }) =>
    machineGroups(cluster),
  )) {
    const { image } = machine;
    // An image that an object represents is created by whoever applies the object.
    if ('imageRef' in image) continue;
    const key = describeLookup(image);
    if (!wanted.has(key)) wanted.set(key, { image, path, prop: `${within}image` });
  }
  const found = await Promise.all([...wanted.values()].map(({ image }) => find(client, image)));
  const lacks = new Lacks('cloud-image');
  [...wanted.values()].forEach(({ image, path, prop }, index) => {
    const images = found[index] ?? [];
    const name = imageName(image);
    const isBrought = name !== undefined && Object.hasOwn(cloud.imageUploads ?? {}, name);
    const isInTime = isBrought && (isPreview || isMadeHere(part, 'image', name));
    if (images.length === 1 || (images.length === 0 && isInTime)) return;
    lacks.add(path, prop, {
      given: 'id' in image ? image.id : (image.filter.name ?? image.filter),
      allowed: images.length === 0 ? 'an active image of the cloud' : severalOf(images),
      fix:
        images.length === 0
          ? isBrought
            ? cloudFirst(cloud)
            : `upload it, or add it to imageUploads of ${cloud.path}`
          : `write MachineImage.fromId(${JSON.stringify(images[0]?.id)}), or the ID of another one`,
    });
  });
  return lacks.issues;
}

function severalOf(images: readonly CloudObject[]): string {
  return `one image, not ${images.length}: ${images.map(({ id }) => String(id)).join(', ')}`;
}

async function find(client: CloudClient, image: Lookup): Promise<readonly CloudObject[]> {
  if ('id' in image) return findById(client, image.id);
  const { name, tags = [] } = image.filter;
  const parameters = new URLSearchParams({ status: 'active' });
  if (name !== undefined) parameters.append('name', name);
  for (const tag of tags) parameters.append('tag', tag);
  return client.list('image', `/images?${parameters}`, 'images');
}

async function findById(client: CloudClient, id: string): Promise<readonly CloudObject[]> {
  try {
    await client.get('image', `/images/${encodeURIComponent(id)}`);
    return [{ id }];
  } catch (error) {
    if (error instanceof CloudError && error.fault.status === 404) return [];
    throw error;
  }
}
