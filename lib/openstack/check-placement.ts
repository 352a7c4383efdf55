import type { Issue } from '../errors';
import { groupVolumes, type MachineGroup, machineGroups } from '../plan/machine-groups';
import type { CloudClient } from './cloud-client';
import { type CloudPart, Lacks, listed } from './cloud-part';
import { fieldOf } from './fields';

/** Availability zones, volume types and key pairs of machines that the cloud lacks. */
export async function checkPlacement(client: CloudClient, part: CloudPart): Promise<Issue[]> {
  const groups = part.clusters.flatMap(({ cluster }) => machineGroups(cluster));
  const found = await Promise.all([
    machineZones(client, groups),
    volumes(client, groups),
    keyPairs(client, part),
  ]);
  return found.flat();
}

async function machineZones(client: CloudClient, groups: readonly MachineGroup[]) {
  const lacks = new Lacks('cloud-zone');
  if (!groups.some(({ zones }) => zones.length > 0)) return [];
  const known = await zonesOf(client, 'compute');
  for (const { path, within, zones, zonesProp } of groups) {
    for (const zone of zones.filter((one) => !known.includes(one))) {
      lacks.add(path, within + zonesProp, {
        given: zone,
        allowed: `an availability zone of Nova: ${listed(known)}`,
        fix: `write ${JSON.stringify(known[0] ?? 'nova')}`,
      });
    }
  }
  return lacks.issues;
}

async function volumes(client: CloudClient, groups: readonly MachineGroup[]): Promise<Issue[]> {
  const wanted = groups.flatMap(groupVolumes);
  const zoned = wanted.filter(({ availabilityZone: zone = 'machine' }) => zone !== 'machine');
  const typed = wanted.filter(({ type }) => type !== undefined);
  if (!client.has('volume') || zoned.length + typed.length === 0) return [];
  const [zones, types] = await Promise.all([
    zonesOf(client, 'volume'),
    client.list('volume', '/types', 'volume_types'),
  ]);
  const names = types.map(({ name }) => String(name));
  const lacks = new Lacks('cloud-zone');
  for (const { path, prop, availabilityZone } of zoned) {
    if (availabilityZone === undefined || zones.includes(availabilityZone)) continue;
    lacks.add(path, `${prop}.availabilityZone`, {
      given: availabilityZone,
      allowed: `an availability zone of Cinder: ${listed(zones)}`,
      fix: 'leave it out to have the default one',
    });
  }
  for (const { path, prop, type } of typed) {
    if (type === undefined || names.includes(type)) continue;
    lacks.add(path, `${prop}.type`, {
      given: type,
      allowed: `a volume type of Cinder: ${listed(names)}`,
      fix: 'leave it out to have the default one',
    });
  }
  return lacks.issues;
}

async function zonesOf(client: CloudClient, service: 'compute' | 'volume') {
  const zones = await client.list(service, '/os-availability-zone', 'availabilityZoneInfo');
  return zones
    .filter(({ zoneState }) => fieldOf(zoneState, 'available') === true)
    .map(({ zoneName }) => String(zoneName));
}

/** Key pairs belong to a user: they are looked for where the credentials of the cluster are of the same one. */
async function keyPairs(client: CloudClient, { cloud, clusters }: CloudPart): Promise<Issue[]> {
  const groups = clusters
    .filter(({ cluster }) => cluster.credentials.kind === 'applicationCredential')
    .flatMap(({ cluster }) => machineGroups(cluster))
    .filter(({ machine: { sshKeyName: name } }) => name !== undefined && !isMade(name));
  if (groups.length === 0) return [];
  const pairs = await client.list('compute', '/os-keypairs', 'keypairs');
  const names = pairs.map(({ keypair }) => String(fieldOf(keypair, 'name')));
  const lacks = new Lacks('cloud-key-pair');
  for (const { path, within, machine } of groups) {
    const { sshKeyName: name = '' } = machine;
    if (names.includes(name)) continue;
    lacks.add(path, `${within}sshKeyName`, {
      given: name,
      allowed: `a key pair of the user: ${listed(names)}`,
      fix: `add it to keyPairs of ${cloud.path}, or run openstack keypair create --public-key FILE ${name}`,
    });
  }
  return lacks.issues;

  function isMade(name: string): boolean {
    return Object.hasOwn(cloud.keyPairs ?? {}, name);
  }
}
