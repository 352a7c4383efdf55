import type { Fields } from '../../base/fields';
import { tryParseBytes } from '../../base/quantity';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { tryParseMillicores } from '../../cluster/model/reservations';
import { isControlPlane, type NodeKind } from './cluster-nodes';
import type { Obstacle } from './obstacle';

type Read = (text: string) => number | undefined;

/** Resources that are GPUs, even if the program does not declare them. */
const GPU_RESOURCE = /^((nvidia|amd)\.com\/gpu|gpu\.intel\.com\/.+)$/;
const MAKERS: Readonly<Record<string, string>> = {
  'nvidia.com/gpu': 'nvidia',
  'amd.com/gpu': 'amd',
};

/** Finds a resource that pods request more of than nodes of a kind offer. */
export function requestObstacle(pod: Fields, node: NodeKind): Obstacle | undefined {
  const { cpu, memory, ephemeralDisk } = node.capacity;
  const offers: [resource: string, offered: string | undefined, read: Read][] = [
    ['cpu', cpu, tryParseMillicores],
    ['memory', memory, tryParseBytes],
    ['ephemeral-storage', ephemeralDisk, tryParseBytes],
  ];
  for (const [resource, offered, read] of offers) {
    const most = offered === undefined ? undefined : read(offered);
    const wanted = requested(pod, resource, read);
    if (most === undefined || wanted <= most) continue;
    return {
      says: `offers ${offered} of ${resource}`,
      fix: `request at most ${offered} of ${resource}, or add a pool with a larger flavor`,
      effort: 2,
    };
  }
  return gpuObstacle(pod, node);
}

function gpuObstacle(pod: Fields, node: NodeKind): Obstacle | undefined {
  const { gpuType, gpuCount = 0 } = node.capacity;
  for (const resource of gpuResources(pod, node)) {
    const offered = resource === gpuType ? gpuCount : 0;
    const wanted = requested(pod, resource, tryParseCount);
    if (wanted <= offered) continue;
    return {
      says: `offers ${offered} of ${resource}`,
      fix:
        offered > 0
          ? `request at most ${offered} of ${resource}, or add a pool with a larger flavor`
          : `${isControlPlane(node) ? 'add a pool with' : `if the machines of ${node.name} have them, write`} gpu: ${gpuFactory(resource, wanted)}`,
      effort: offered > 0 ? 2 : 3,
    };
  }
  return undefined;
}

/** Lists the resources that a pod requests and that nodes have only as GPUs. */
function gpuResources(pod: Fields, { gpuTypes }: NodeKind): readonly string[] {
  const names = [...mapsAt(pod, 'containers'), ...mapsAt(pod, 'initContainers')].flatMap(
    ([container]) =>
      ['requests', 'limits'].flatMap((list) => Object.keys(mapAt(container, 'resources', list))),
  );
  return [...new Set(names)].filter((name) => gpuTypes.includes(name) || GPU_RESOURCE.test(name));
}

function gpuFactory(resource: string, count: number): string {
  const maker = MAKERS[resource];
  return maker === undefined
    ? `Gpu.ofType("${resource}", { count: ${count} })`
    : `Gpu.${maker}({ count: ${count} })`;
}

function tryParseCount(text: string): number | undefined {
  const count = Number(text);
  return Number.isNaN(count) ? undefined : count;
}

/** Computes the request of a pod: the sum of its containers, or its largest init container if that is more. */
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
