import type { FleetImages } from './fleet-images';

const NOT_PINNABLE = '(kubeadm takes it by its tag)';
const NO_DIGEST = '(no digest)';

/** Images of a fleet as lines for people: each with its digest, or why it has none. */
export function imagesTable({ images, unlisted }: FleetImages): string {
  const lines = images.map(({ image, digest, pinnable, clusters }) => {
    const state = image.includes('@') ? '' : (digest ?? (pinnable ? NO_DIGEST : NOT_PINNABLE));
    const count = clusters.length === 1 ? '1 cluster' : `${clusters.length} clusters`;
    return `${image} ${state}${state === '' ? '' : ' '}in ${count}\n`;
  });
  const others = unlisted.map(({ path, what }) => `not listed: images of ${what} (${path})\n`);
  return `${lines.join('')}${others.join('')}`;
}
