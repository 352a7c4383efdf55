import { tryParseBytes } from '../model/quantity';
import { tryParseMillicores } from '../model/reservations';
import type { NodeKind } from './cluster-nodes';
import { type Fields, mapAt, mapsAt, valueAt } from './object-rule';
import type { Obstacle } from './obstacle';

type Read = (text: string) => number | undefined;

/** Finds a resource of which pods ask for more than nodes of a kind have. */
export function requestObstacle(pod: Fields, { capacity }: NodeKind): Obstacle | undefined {
  const { cpu, memory, ephemeralDisk, gpuType, gpuCount } = capacity;
  const offers: [resource: string, offered: string | undefined, read: Read][] = [
    ['cpu', cpu, tryParseMillicores],
    ['memory', memory, tryParseBytes],
    ['ephemeral-storage', ephemeralDisk, tryParseBytes],
  ];
  if (gpuType !== undefined) offers.push([gpuType, String(gpuCount), Number]);
  for (const [resource, offered, read] of offers) {
    const most = offered === undefined ? undefined : read(offered);
    const wanted = requested(pod, resource, read);
    if (most === undefined || wanted <= most) continue;
    return {
      says: `offers ${offered} of ${resource}`,
      fix: `request at most ${offered} of ${resource}, or add a pool of a larger flavor`,
    };
  }
  return undefined;
}

/** What a pod asks for: all of its containers together, or the largest that runs before them. */
function requested(pod: Fields, resource: string, read: Read): number {
  const amounts = (list: string) =>
    mapsAt(pod, list).map(([container]) => ({
      stays: list === 'containers' || container.restartPolicy === 'Always',
      amount: amountOf(container, resource, read),
    }));
  const all = [...amounts('containers'), ...amounts('initContainers')];
  const together = all.filter(({ stays }) => stays).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(together, ...all.map(({ amount }) => amount));
}

function amountOf(container: Fields, resource: string, read: Read): number {
  const given =
    mapAt(container, 'resources', 'requests')[resource] ??
    valueAt(container, 'resources', 'limits', resource);
  return given === undefined ? 0 : (read(String(given)) ?? 0);
}
