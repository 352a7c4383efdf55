import type { FleetImages, ImagePull } from './fleet-images';

const NOT_PINNABLE = '(kubeadm uses the tag)';
const NO_DIGEST = '(no digest)';
/** Maximum number of clusters that are named per image. */
const MOST_NAMES = 3;

/** Lists the images of a fleet: the digest or why there is none, the servers, and the clusters that pull it. */
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
  const namesOf = (wanted: ImagePull['kind']) =>
    pulls.filter(({ kind }) => kind === wanted).map(({ cluster }) => cluster);
  const managing = namesOf('management');
  const others = namesOf('workload');
  return [
    ...(others.length === 0 ? [] : [folded(others)]),
    ...(managing.length === 0
      ? []
      : [`${plural('management cluster', managing)} ${folded(managing)}`]),
  ].join(' and in ');
}

function folded(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  if (more > 0) return `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more`;
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} and ${last}`;
}

function plural(what: string, { length }: readonly unknown[]): string {
  return length === 1 ? what : `${what}s`;
}
