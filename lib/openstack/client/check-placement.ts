import type { Issue } from '../../base/errors';
import { valueAt } from '../../base/value-at';
import { groupVolumes, type MachineGroup, machineGroups } from '../plan/machine-groups';
import type { CloudClient } from './cloud-client';
import { type CloudPart, cloudFirst, isMadeHere, Lacks, listed } from './cloud-part';

/** Checks that the cloud has the availability zones, volume types and key pairs of machines. */
export async function checkPlacement(
  client: CloudClient,
  part: CloudPart,
  isPreview: boolean,
): Promise<Issue[]> {
  const groups = part.clusters.flatMap(({ cluster }) => machineGroups(cluster));
  const found = await Promise.all([
    machineZones(client, groups),
    volumes(client, groups),
    keyPairs(client, part, isPreview),
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
        allowed: `a Nova availability zone: ${listed(known)}`,
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
      allowed: `a Cinder availability zone: ${listed(zones)}`,
      fix: 'leave it out to use the default',
    });
  }
  for (const { path, prop, type } of typed) {
    if (type === undefined || names.includes(type)) continue;
    lacks.add(path, `${prop}.type`, {
      given: type,
      allowed: `a Cinder volume type: ${listed(names)}`,
      fix: 'leave it out to use the default',
    });
  }
  return lacks.issues;
}

async function zonesOf(client: CloudClient, service: 'compute' | 'volume') {
  const zones = await client.list(service, '/os-availability-zone', 'availabilityZoneInfo');
  return zones
    .filter(({ zoneState }) => valueAt(zoneState, 'available') === true)
    .map(({ zoneName }) => String(zoneName));
}

/**
 * Checks key pairs, which belong to a user: those of the cloud if another stack creates them, and those that no stack
 * creates if the credentials of the cluster belong to the same user.
 */
async function keyPairs(
  client: CloudClient,
  part: CloudPart,
  isPreview: boolean,
): Promise<Issue[]> {
  const { cloud, clusters } = part;
  const groups = clusters.flatMap(({ cluster }) =>
    machineGroups(cluster).flatMap((group) => {
      const name = group.machine.sshKeyName;
      if (name === undefined) return [];
      const isOfCloud = Object.hasOwn(cloud.keyPairs ?? {}, name);
      const isInTime = isPreview || isMadeHere(part, 'keyPair', name);
      const counts = isOfCloud ? !isInTime : cluster.credentials.kind === 'applicationCredential';
      return counts ? [{ group, name, isOfCloud }] : [];
    }),
  );
  if (groups.length === 0) return [];
  const pairs = await client.list('compute', '/os-keypairs', 'keypairs');
  const names = pairs.map(({ keypair }) => String(valueAt(keypair, 'name')));
  const lacks = new Lacks('cloud-key-pair');
  for (const { group, name, isOfCloud } of groups) {
    if (names.includes(name)) continue;
    lacks.add(group.path, `${group.within}sshKeyName`, {
      given: name,
      allowed: `a key pair of the user: ${listed(names)}`,
      fix: isOfCloud
        ? cloudFirst(cloud)
        : `add it to keyPairs of ${cloud.path}, or run openstack keypair create --public-key FILE ${name}`,
    });
  }
  return lacks.issues;
}
