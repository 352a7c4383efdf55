import { write } from '../../base/fix';
import type { Place, Refuse, Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import type { BastionModel } from '../model/bastion';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackPool } from '../model/node-pool';
import type { AddonSubject, MachineSubject } from './subjects';

type Zoned = Pick<OpenStackPool, 'path' | 'failureDomain' | 'failureDomains'> &
  Pick<BastionModel, 'availabilityZone'>;

/** Rules on the zones of the volumes of machines. */
export const VOLUME_ZONE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'volume-zone',
    reason:
      'Cinder creates a volume without a zone in its own default zone, and a server in another zone may be unable to attach it.',
    source: 'CAPO@v0.14.7:api/v1beta1/types.go',
    check({ cluster, machine }, refuse) {
      if (!needsVolumeZone(cluster, machine)) return;
      const zones = zonesOfMachine(cluster, machine);
      const { path, rootVolume, additionalBlockDevices = [] } = machine;
      if (rootVolume !== undefined && rootVolume.availabilityZone === undefined) {
        ask({ path, prop: 'rootVolume.availabilityZone' }, zones, refuse);
      }
      for (const { name, storage } of additionalBlockDevices) {
        if (storage.kind !== 'volume' || storage.availabilityZone !== undefined) continue;
        const prop = `additionalBlockDevices[${JSON.stringify(name)}].availabilityZone`;
        ask({ path, prop }, zones, refuse);
      }
    },
  },
];

/** Rules on the zones of the volumes of bastions. */
export const BASTION_VOLUME_ZONE_RULES: readonly Rule<OpenStackCluster>[] = [
  {
    id: 'bastion-volume-zone',
    reason:
      'Cinder creates a volume without a zone in its own default zone, and a bastion in another zone may be unable to attach it.',
    source: 'CAPO@v0.14.7:api/v1beta1/types.go',
    check(cluster, refuse) {
      const { path, bastion } = cluster;
      if (bastion?.rootVolume === undefined) return;
      if (bastion.rootVolume.availabilityZone !== undefined) return;
      if (!needsVolumeZone(cluster, bastion)) return;
      ask({ path, prop: 'bastion.rootVolume.availabilityZone' }, zonesOf(bastion), refuse);
    },
  },
];

/** Rules on the zones of the volumes of claims. */
export const CLAIM_ZONE_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'storage-class-zone',
    reason:
      'The driver requests volumes in the zone of the node, so no claim is bound if Cinder has other zones than Nova.',
    source: 'CPO@HEAD:docs/cinder-csi-plugin/using-cinder-csi-plugin.md',
    check({ cluster, addon: { path, storageClasses = [], volumeTopology } }, refuse) {
      const isOpen = storageClasses.some(({ availabilityZone: zone }) => zone === undefined);
      if (volumeTopology !== undefined || !isOpen || !hasSeveralZones(cluster)) return;
      refuse(
        { path, prop: 'topology' },
        {
          allowed: `true if Cinder has the zones ${quotedList(zonesIn(cluster))} too, false if it has one zone for all`,
          fix: write(true, { or: 'false' }),
        },
      );
    },
  },
];

/** Tells whether the volumes of a machine or a bastion must have a zone. */
export function needsVolumeZone(cluster: OpenStackCluster, machine: Partial<Zoned>): boolean {
  return zonesOfMachine(cluster, machine).length > 0 && hasSeveralZones(cluster);
}

function zonesOfMachine(cluster: OpenStackCluster, machine: Partial<Zoned>): readonly string[] {
  const isOfControlPlane = machine.path === cluster.controlPlane.path;
  return isOfControlPlane ? controlPlaneZones(cluster) : zonesOf(machine);
}

function ask(place: Place, zones: readonly string[], refuse: Refuse): void {
  refuse(place, {
    allowed: '"machine" if Cinder has the zones of Nova, or the name of a Cinder zone',
    fix: write('machine', { or: `a Cinder zone that serves ${quotedList(zones)}` }),
  });
}

/** Tells whether a cluster, or its cloud, is known to have more than one zone. */
function hasSeveralZones(cluster: OpenStackCluster): boolean {
  return zonesIn(cluster).length > 1;
}

function zonesIn({ cloud, controlPlane, pools, bastion }: OpenStackCluster): readonly string[] {
  const named = [controlPlane, ...pools, bastion ?? {}].flatMap((machine) => zonesOf(machine));
  return [...new Set([...(cloud.failureDomains ?? []), ...named])].sort();
}

/** Returns the zones over which the provider spreads a control plane: the given ones, or all of the cloud. */
function controlPlaneZones({ cloud, controlPlane }: OpenStackCluster): readonly string[] {
  if (controlPlane.omitAvailabilityZone === true) return [];
  return controlPlane.failureDomains ?? cloud.failureDomains ?? [];
}

function zonesOf(machine: Partial<Zoned>): readonly string[] {
  const { failureDomains, failureDomain = machine.availabilityZone } = machine;
  return failureDomains ?? (failureDomain === undefined ? [] : [failureDomain]);
}
