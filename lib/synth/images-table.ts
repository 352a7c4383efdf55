import type { FleetImages, ImagePull } from './fleet-images';

const NOT_PINNABLE = '(kubeadm takes it by its tag)';
const NO_DIGEST = '(no digest)';

/** Images of a fleet as lines for people: each with its digest, or why it has none, where it is pulled from, and by how many clusters. */
export function imagesTable({ images, unlisted }: FleetImages): string {
  const lines = images.map(({ image, digest, pinnable, pulls }) => {
    const state = image.includes('@') ? [] : [digest ?? (pinnable ? NO_DIGEST : NOT_PINNABLE)];
    const servers = [...new Set(pulls.flatMap(({ from }) => from))].join(', ');
    return `${[image, ...state, `from ${servers}`, `in ${clustersText(pulls)}`].join(' ')}\n`;
  });
  const others = unlisted.map(({ path, what }) => `not listed: images of ${what} (${path})\n`);
  return `${lines.join('')}${others.join('')}`;
}

function clustersText(pulls: readonly ImagePull[]): string {
  const managing = pulls.filter(({ kind }) => kind === 'management').length;
  const others = pulls.length - managing;
  return [
    ...(others === 0 ? [] : [counted(others, 'cluster')]),
    ...(managing === 0 ? [] : [counted(managing, 'management cluster')]),
  ].join(' and ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
