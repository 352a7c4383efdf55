import { leaveOut, write } from '../../base/fix';
import { tryParseBytes } from '../../base/quantity';
import type { Rule } from '../../base/rule';
import { kubeletArguments } from '../../cluster/model/kubelet';
import { evictionBytes, offeredDisk, offeredMemory } from '../../cluster/model/node-capacity';
import {
  type EvictionItem,
  evictionItems,
  RESERVATION_ARGUMENTS,
  type ReservedItem,
  type ReservedResource,
  reservedBy,
  reservedItems,
  reservedSum,
  tryParsePercentage,
  tryParsePodCount,
  tryParseReserved,
} from '../../cluster/model/reservations';
import { argumentProp } from './kubelet-rules';
import type { MachineSubject } from './subjects';

const RESERVED =
  'kubernetes/website@main:content/en/docs/tasks/administer-cluster/reserve-compute-resources.md';
const EVICTION =
  'kubernetes/website@main:content/en/docs/concepts/scheduling-eviction/node-pressure-eviction.md';
const KUBELET =
  'kubernetes/website@main:content/en/docs/reference/command-line-tools-reference/kubelet.md';

const AMOUNTS: Readonly<Record<ReservedResource, string>> = {
  cpu: '500m',
  memory: '1Gi',
  'ephemeral-storage': '1Gi',
  pid: '1000',
};
const SIGNAL =
  /^(memory\.available|allocatableMemory\.available|pid\.available|(nodefs|imagefs|containerfs)\.(available|inodesFree))$/;

/** Rules on the kubelet arguments that determine the resources for pods. */
export const RESERVATION_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'kubelet-max-pods',
    reason: 'The kubelet does not start with an invalid number, and its node never joins.',
    source: KUBELET,
    check({ machine: { path, kubeletExtraArgs } }, refuse) {
      const given = kubeletExtraArgs['max-pods'];
      if (given === undefined || tryParsePodCount(given) !== undefined) return;
      refuse(
        { path, prop: argument('max-pods') },
        {
          given,
          allowed: 'an integer of 1 or more, as a string',
          fix: leaveOut({ ends: ' to use the default of 110, or write "110"' }),
        },
      );
    },
  },
  {
    id: 'kubelet-reservation',
    reason: 'The kubelet does not start with an invalid reservation.',
    source: RESERVED,
    check({ machine: { path, kubeletExtraArgs } }, refuse) {
      for (const name of RESERVATION_ARGUMENTS) {
        const items = reservedItems(kubeletExtraArgs[name] ?? '');
        for (const [index, { resource, amount }] of items.entries()) {
          if (tryParseReserved(resource, amount) !== undefined) continue;
          refuse(
            { path, prop: argument(name) },
            {
              given: reservedText({ resource, amount }),
              allowed: 'cpu, memory, ephemeral-storage and pid, each with an amount',
              fix: write(corrected(items.map(reservedText), index, amountOf(resource)), {
                prop: argument(name),
              }),
            },
          );
        }
      }
    },
  },
  {
    id: 'kubelet-eviction',
    reason: 'The kubelet does not start with an invalid eviction threshold.',
    source: EVICTION,
    check({ machine: { path, kubeletExtraArgs } }, refuse) {
      const items = evictionItems(kubeletExtraArgs['eviction-hard'] ?? '');
      for (const [index, { signal, threshold }] of items.entries()) {
        const known = SIGNAL.test(signal);
        if (known && threshold !== undefined && isThreshold(threshold)) continue;
        refuse(
          { path, prop: argument('eviction-hard') },
          {
            given: evictionText({ signal, threshold }),
            allowed: 'signals such as memory.available, each with a quantity or a percentage',
            fix: write(
              corrected(
                items.map(evictionText),
                index,
                known ? `${signal}<10%` : 'memory.available<500Mi',
              ),
              { prop: argument('eviction-hard') },
            ),
          },
        );
      }
    },
  },
  {
    id: 'kubelet-room-for-pods',
    reason: 'The kubelet does not start if it reserves more than its machine has.',
    source: RESERVED,
    check(subject, refuse) {
      const { machine } = subject;
      const { path, size } = machine;
      const args = kubeletArguments(machine);
      for (const { resource, has } of exhausted(subject)) {
        const name = largestArgument(args, resource, has);
        if (name === undefined) continue;
        refuse(
          { path, prop: argumentProp(machine, name) },
          {
            given: args[name],
            allowed: `less ${resource} in total than a node of ${size} has (${has})`,
            fix: `reserve less ${resource}, or choose a larger machine`,
          },
        );
      }
    },
  },
];

/** Resource that is completely reserved, with nothing left for pods. */
interface Exhausted {
  readonly resource: ReservedResource;
  /** Total amount of the resource. */
  readonly has: string;
}

function exhausted({ cluster, machine }: MachineSubject): Exhausted[] {
  const { rootVolume } = machine;
  const args = kubeletArguments(machine);
  const size = cluster.cloud.sizes[machine.size];
  const found: Exhausted[] = [];
  if (size !== undefined && reservedSum(args, 'cpu') >= size.cpus * 1000) {
    found.push({ resource: 'cpu', has: String(size.cpus) });
  }
  if (size !== undefined && offeredMemory(size, args) === 0) {
    found.push({ resource: 'memory', has: size.memory });
  }
  if (offeredDisk(machine, size) === 0) {
    const has = rootVolume === undefined ? (size?.disk ?? '') : `${rootVolume.sizeGiB}Gi`;
    found.push({ resource: 'ephemeral-storage', has });
  }
  return found;
}

/** Returns the argument that reserves most of a resource; undefined if none reserves any. */
function largestArgument(
  args: Readonly<Record<string, string>>,
  resource: ReservedResource,
  has: string,
): string | undefined {
  const kept: [name: string, amount: number][] = RESERVATION_ARGUMENTS.map((name) => [
    name,
    reservedBy(args[name], resource),
  ]);
  const eviction = args['eviction-hard'];
  if (resource === 'memory' && eviction !== undefined) {
    kept.push(['eviction-hard', evictionBytes(eviction, tryParseBytes(has) ?? 0)]);
  }
  const [largest] = kept.sort(([, a], [, b]) => b - a);
  return largest !== undefined && largest[1] > 0 ? largest[0] : undefined;
}

function isThreshold(text: string): boolean {
  return tryParsePercentage(text) !== undefined || (tryParseBytes(text) ?? 0) > 0;
}

function reservedText({ resource, amount }: ReservedItem): string {
  return amount === '' ? resource : `${resource}=${amount}`;
}

function evictionText({ signal, threshold }: EvictionItem): string {
  return threshold === undefined ? signal : `${signal}<${threshold}`;
}

function amountOf(resource: string): string {
  const known = Object.keys(AMOUNTS).find((name) => name === resource);
  if (known === undefined) return 'cpu=500m,memory=1Gi';
  return `${known}=${AMOUNTS[known as ReservedResource]}`;
}

/** Returns the whole argument with one of its items replaced. */
function corrected(items: readonly string[], index: number, better: string): string {
  return items.map((item, at) => (at === index ? better : item)).join(',');
}

function argument(name: string): string {
  return `kubeletExtraArgs[${JSON.stringify(name)}]`;
}
