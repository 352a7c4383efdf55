import type { Manifest } from '../model/addon';
import type { ClusterModel } from '../model/cluster';
import type { Lookup } from '../model/lookup';
import type { MachineModel, RootVolume } from '../model/machine';
import type { RenderContext } from './context';
import { compact, type Fields, sortedEntries } from './fields';
import type { InfrastructureContract } from './infrastructure-contract';
import { KEEP_ANNOTATIONS, ownedMetadata } from './metadata';

/** OpenStackMachineTemplate: the servers of a control plane or a pool. */
export function renderMachineTemplate(
  { cluster, apiVersions }: RenderContext,
  name: string,
  spec: Fields,
): Manifest {
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'OpenStackMachineTemplate',
    metadata: ownedMetadata(cluster, name, KEEP_ANNOTATIONS),
    spec,
  };
}

/** Server fields of a machine, the groups that it joins besides its own ones included. */
export function machineSpec(
  infrastructure: InfrastructureContract,
  machine: MachineModel,
  adoptedGroups: readonly Lookup[],
): Fields {
  return compact({
    flavor: infrastructure.flavor(machine.flavor),
    image: machine.image,
    sshKeyName: machine.sshKeyName,
    rootVolume: machine.rootVolume && rootVolume(machine.rootVolume),
    securityGroups: [...adoptedGroups, ...machine.securityGroups],
    serverGroup: machine.serverGroup,
    serverMetadata: sortedEntries(machine.serverMetadata).map(([key, value]) => ({ key, value })),
    tags: machine.tags,
    configDrive: machine.configDrive,
  });
}

/** Port of control-plane machines that may carry the address of a virtual endpoint. */
export function addressPairs({ endpoint }: ClusterModel): Fields {
  if (endpoint.kind !== 'virtualIp') return {};
  return { ports: [{ allowedAddressPairs: [{ ipAddress: endpoint.address }] }] };
}

function rootVolume({ sizeGiB, type, availabilityZone }: RootVolume): Fields {
  return compact({ sizeGiB, type, availabilityZone: volumeZone(availabilityZone) });
}

function volumeZone(zone: string | undefined): Fields | undefined {
  if (zone === undefined) return undefined;
  return zone === 'machine' ? { from: 'Machine' } : { name: zone };
}
