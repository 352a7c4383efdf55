import type { Fields } from '../../base/fields';
import { providerOf } from '../../cluster/model/profile';
import type { OpenStackCluster } from '../model/cluster';
import type { Lookup } from '../model/lookup';
import type { OpenStackMachine } from '../model/machine';
import { contractOf } from './contracts';
import { withPoolName } from './floating-ip-pool';
import { machineSpec, type ServerMachine } from './machine-template';
import { controlPlanePorts, machinePorts } from './ports';
import { groupLookups } from './provisioned';

/** Data of the servers of a control plane or a pool, without names of pools and clusters. */
export interface MachineData {
  /** Server fields as they are rendered. */
  readonly machine: ServerMachine;
  /** Security groups that the servers join besides their own. */
  readonly groups: readonly Lookup[];
  /** Minor version of the provider, if it matters. */
  readonly provider: string | undefined;
  /** Version of the provider's API group. */
  readonly version: string;
}

/** Collects the data of the servers of a control plane or a pool. */
export function machineData(
  cluster: OpenStackCluster,
  role: 'controlPlane' | 'workers',
  given: OpenStackMachine,
): MachineData {
  const ports =
    role === 'controlPlane' ? controlPlanePorts(cluster) : machinePorts(cluster, given.ports);
  const isWritten = role === 'controlPlane' || ports.length > 0;
  const machine = withPoolName(cluster, given);
  return {
    machine: {
      size: machine.size,
      image: machine.image,
      sshKeyName: machine.sshKeyName,
      rootVolume: machine.rootVolume,
      additionalBlockDevices: machine.additionalBlockDevices,
      identity: machine.identity,
      trunk: machine.trunk,
      floatingIPPool: machine.floatingIPPool,
      ports: isWritten ? ports : machine.ports,
      schedulerHints: machine.schedulerHints,
      securityGroups: machine.securityGroups,
      serverGroup: machine.serverGroup,
      tags: machine.tags,
      serverMetadata: machine.serverMetadata,
      configDrive: machine.configDrive,
    },
    groups: groupLookups(cluster, role),
    provider: machine.identity && providerOf(cluster).minor,
    version: contractOf(cluster).version,
  };
}

/** Renders the spec of the machine template. */
export function dataSpec(cluster: OpenStackCluster, { machine, groups }: MachineData): Fields {
  return machineSpec(contractOf(cluster), machine, groups, providerOf(cluster));
}
