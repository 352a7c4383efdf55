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

/** Checks that the cloud has the flavors of machines, at least in the stated sizes. */
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
        fix: 'correct the name, or ask the operator of the cloud for the flavor',
      });
      continue;
    }
    const bootsLocally = groups.some(
      ({ machine }) => machine.size === name && machine.rootVolume === undefined,
    );
    if (stated === undefined || isThere(stated, found, bootsLocally)) continue;
    lacks.add(cloud.path, prop, {
      given: stated,
      allowed: `at most the size in the cloud: ${String(found.vcpus)} CPUs, ${String(found.ram)} MiB of memory, ${String(found.disk)} GiB of disk`,
      fix: `write ${written(found)}`,
    });
  }
  for (const group of groups) checkLocalDisks(flavors.get(group.machine.size), group, lacks);
  return lacks.issues;
}

/** All local disks except the root disk share the ephemeral disk of the flavor. */
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

/**
 * Tells whether a flavor is at least as large as stated; a smaller statement still lets pools scale.
 *
 * Machines that boot from a volume do not use the disk of a flavor.
 */
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
