import type { FleetImages, ImagePull } from './fleet-images';

const NOT_PINNABLE = '(kubeadm takes it by its tag)';
const NO_DIGEST = '(no digest)';
/** Most clusters of an image that are named. */
const MOST_NAMES = 3;

/** Images of a fleet as lines for people: each with its digest, or why it has none, where it is pulled from, and by which clusters. */
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
