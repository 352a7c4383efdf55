import type { Issue } from '../../base/errors';
import { GIBIBYTE, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { Flavor } from '../model/cloud';
import { type MachineGroup, machineGroups } from '../plan/machine-groups';
import type { CloudClient, CloudObject } from './cloud-client';
import { type CloudPart, Lacks, listed } from './cloud-part';

/** Flavors of a cloud by name. */
export type FlavorsByName = ReadonlyMap<string, CloudObject>;

/** Reads the flavors of a cloud. */
export async function readFlavors(client: CloudClient): Promise<FlavorsByName> {
  const flavors = await client.list('compute', '/flavors/detail', 'flavors');
  return new Map(flavors.map((flavor) => [String(flavor.name), flavor]));
}

/** Flavors of machines that the cloud lacks, or that are less than the program says. */
export function checkFlavors(flavors: FlavorsByName, { cloud, clusters }: CloudPart): Issue[] {
  const lacks = new Lacks('cloud-flavor');
  const groups = clusters.flatMap(({ cluster }) => machineGroups(cluster));
  const used = new Set(groups.map(({ machine }) => machine.size));
  for (const name of used) {
    const prop = `flavors[${JSON.stringify(name)}]`;
    const found = flavors.get(name);
    const stated = cloud.sizes[name];
    if (found === undefined) {
      lacks.add(cloud.path, prop, {
        given: stated,
        allowed: `a flavor of the cloud: ${listed([...flavors.keys()])}`,
        fix: 'correct the name, or ask the cloud for the flavor',
      });
      continue;
    }
    const bootsLocally = groups.some(
      ({ machine }) => machine.size === name && machine.rootVolume === undefined,
    );
    if (stated === undefined || isThere(stated, found, bootsLocally)) continue;
    lacks.add(cloud.path, prop, {
      given: stated,
      allowed: `at most what the cloud gives it: ${String(found.vcpus)} cpus, ${String(found.ram)} MiB of memory, ${String(found.disk)} GiB of disk`,
      fix: `write ${written(found)}`,
    });
  }
  for (const group of groups) checkLocalDisks(flavors.get(group.machine.size), group, lacks);
  return lacks.issues;
}

/** Local disks besides that of the system come out of the ephemeral disk of the flavor, together. */
function checkLocalDisks(flavor: CloudObject | undefined, group: MachineGroup, lacks: Lacks): void {
  const { additionalBlockDevices = [] } = group.machine;
  const local = additionalBlockDevices.filter(({ storage }) => storage.kind === 'local');
  const given = local.reduce((total, { sizeGiB }) => total + sizeGiB, 0);
  const most = Number(flavor?.['OS-FLV-EXT-DATA:ephemeral'] ?? given);
  if (given <= most) return;
  lacks.add(group.path, 'additionalBlockDevices', {
    given: `${given} GiB of local disks`,
    allowed: `at most the ${most} GiB of ephemeral disk that flavor ${group.machine.size} has`,
    fix: 'write BlockDevice.volume(), or choose a flavor with a larger ephemeral disk',
  });
}

/** A pool that is said to be smaller than it is scales all the same. The disk of a flavor is of no importance to machines that boot from a volume. */
function isThere(
  stated: Flavor,
  { vcpus, ram, disk }: CloudObject,
  bootsLocally: boolean,
): boolean {
  return (
    Number(vcpus) >= stated.cpus &&
    isWithin(stated.memory, Number(ram) * MEBIBYTE) &&
    (!bootsLocally || isWithin(stated.disk, Number(disk) * GIBIBYTE))
  );
}

function isWithin(stated: string, bytes: number): boolean {
  const known = tryParseBytes(stated);
  return known === undefined || known <= bytes;
}

function written({ vcpus, ram, disk }: CloudObject): string {
  const mebibytes = Number(ram);
  const memory = mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`;
  return `{ cpus: ${String(vcpus)}, memory: '${memory}', disk: '${String(disk)}Gi' }`;
}
