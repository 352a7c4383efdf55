import { mostOfControlPlane, mostOfPool } from '../../cluster/model/machine-numbers';
import { zoneParts } from '../../cluster/model/pool-zones';
import type { ServerModel } from '../model/bastion';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackMachine } from '../model/machine';
import type { OpenStackPool } from '../model/node-pool';

/** Server with everything that the cloud must have or create for it. */
export type PlannedServer = ServerModel &
  Pick<OpenStackMachine, 'additionalBlockDevices' | 'floatingIPPool' | 'ports' | 'serverGroup'>;

/** Servers of a cluster with the same settings: its control plane, a pool or a zone of it, or its bastion. */
export interface MachineGroup {
  /** Construct path. */
  readonly path: string;
  /** Prefix of the names of its props. */
  readonly within: '' | 'bastion.';
  /** Prefix of the names of its machines, and so of its servers, before a dash. */
  readonly prefix: string;
  readonly machine: PlannedServer;
  /** Largest number of machines at a time: the largest size plus the surge of a rollout. */
  readonly largest: number;
  /** Availability zones that are requested for its machines. */
  readonly zones: readonly string[];
  /** Prop that sets the zones. */
  readonly zonesProp: 'failureDomains' | 'failureDomain' | 'availabilityZone';
}

/** Lists the groups of a cluster: its control plane, its pools by MachineDeployment, and its bastion. */
export function machineGroups(cluster: OpenStackCluster): MachineGroup[] {
  const { name, controlPlane, pools } = cluster;
  const { failureDomains = [], omitAvailabilityZone } = controlPlane;
  return [
    {
      path: controlPlane.path,
      within: '',
      prefix: `${name}-control-plane`,
      machine: controlPlane,
      largest: mostOfControlPlane(controlPlane),
      zones: omitAvailabilityZone ? [] : failureDomains,
      zonesProp: 'failureDomains',
    },
    ...pools.flatMap(poolGroups),
    ...bastionGroup(cluster),
  ];
}

function poolGroups(pool: OpenStackPool): MachineGroup[] {
  return zoneParts(pool).map((part) => ({
    path: part.path,
    within: '',
    prefix: part.deploymentName,
    machine: part,
    largest: mostOfPool(part),
    zones: part.failureDomain === undefined ? [] : [part.failureDomain],
    zonesProp: pool.failureDomains === undefined ? 'failureDomain' : 'failureDomains',
  }));
}

/** Volume that each machine of a group has, and the prop that sets it. */
export interface GroupVolume {
  readonly path: string;
  readonly prop: string;
  readonly sizeGiB: number;
  readonly type?: string | undefined;
  readonly availabilityZone?: string | undefined;
}

/** Lists the volumes that each machine of a group has: the root volume and additional ones. */
export function groupVolumes({ path, within, machine }: MachineGroup): GroupVolume[] {
  const { rootVolume, additionalBlockDevices = [] } = machine;
  const root = rootVolume && { path, prop: `${within}rootVolume`, ...rootVolume };
  const more = additionalBlockDevices.flatMap(({ sizeGiB, storage }, index) => {
    if (storage.kind === 'local') return [];
    const { kind, ...where } = storage;
    return [{ path, prop: `additionalBlockDevices[${index}]`, sizeGiB, ...where }];
  });
  return root === undefined ? more : [root, ...more];
}

/** A bastion's port is counted with its floating IP, among the resources that Cluster API creates. */
function bastionGroup({ name, path, bastion }: OpenStackCluster): MachineGroup[] {
  if (bastion?.enabled !== true) return [];
  const { availabilityZone: zone } = bastion;
  return [
    {
      path,
      within: 'bastion.',
      prefix: `${name}-bastion`,
      machine: { ...bastion, ports: [] },
      largest: 1,
      zones: zone === undefined ? [] : [zone],
      zonesProp: 'availabilityZone',
    },
  ];
}
