import { mostOfControlPlane, mostOfPool } from '../../cluster/model/machine-numbers';
import { zoneParts } from '../../cluster/model/pool-zones';
import type { ServerModel } from '../model/bastion';
import type { OpenStackCluster } from '../model/cluster';
import type { OpenStackMachine } from '../model/machine';
import type { OpenStackPool } from '../model/node-pool';

/** What the cloud has to have and to make for a server. */
export type PlannedServer = ServerModel &
  Pick<OpenStackMachine, 'additionalBlockDevices' | 'floatingIPPool' | 'ports' | 'serverGroup'>;

/** Servers of a cluster that are alike: its control plane, a pool or a zone of it, or its bastion. */
export interface MachineGroup {
  /** Construct path. */
  readonly path: string;
  /** What comes before the names of its props. */
  readonly within: '' | 'bastion.';
  /** What the names of its machines, and so of its servers, begin with, before a dash. */
  readonly prefix: string;
  readonly machine: PlannedServer;
  /** Most machines at a time: the largest size, and what a rollout adds. */
  readonly largest: number;
  /** Availability zones that its machines are told to be in. */
  readonly zones: readonly string[];
  /** Prop that has them. */
  readonly zonesProp: 'failureDomains' | 'failureDomain' | 'availabilityZone';
}

/** Control plane, pools by their MachineDeployments, and bastion of a cluster. */
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

/** Volume that each machine of a group has, and the prop that says so. */
export interface GroupVolume {
  readonly path: string;
  readonly prop: string;
  readonly sizeGiB: number;
  readonly type?: string | undefined;
  readonly availabilityZone?: string | undefined;
}

/** Volumes that each machine of a group has: the one that it boots from, and additional ones. */
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

/** A bastion's port is counted with its floating address, among the resources that Cluster API makes. */
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
