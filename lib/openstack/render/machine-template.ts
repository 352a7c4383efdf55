import { compact, type Fields, sortedEntries } from '../../base/fields';
import type { ProviderRelease } from '../../cluster/model/infrastructure-provider';
import type { MachineModel } from '../../cluster/model/machine';
import type { ServerModel } from '../model/bastion';
import type { Lookup } from '../model/lookup';
import type { OpenStackMachine, RootVolume } from '../model/machine';
import type { PortModel } from '../model/port';
import { blockDevices, volumeZone } from './block-devices';
import { floatingIPPoolRef } from './floating-ip-pool';
import { identityRef } from './identity-ref';
import type { InfrastructureContract } from './infrastructure-contract';
import { portFields } from './ports';
import { schedulerHints } from './scheduler-hints';

/** Fields from which a machine template is rendered. */
export type ServerMachine = Omit<
  OpenStackMachine,
  Exclude<keyof MachineModel, 'size' | 'sshKeyName' | 'rootVolume'> | 'serverGroupPolicy'
>;

/** Renders the server fields of a machine, including the groups that it joins besides its own. */
export function machineSpec(
  infrastructure: InfrastructureContract,
  machine: ServerMachine,
  adoptedGroups: readonly Lookup[],
  provider: ProviderRelease,
): Fields {
  const { identity } = machine;
  const { ports, securityGroups } = withGroups(machine, adoptedGroups);
  return compact({
    ...serverFields(infrastructure, machine),
    additionalBlockDevices: blockDevices(machine.additionalBlockDevices),
    ports: portFields(infrastructure, ports),
    securityGroups,
    identityRef: identity && identityRef(identity, provider),
    trunk: machine.trunk,
    floatingIPPoolRef: floatingIPPoolRef(machine.floatingIPPool),
  });
}

/**
 * Returns the security groups of a machine, or of its ports.
 *
 * The provider adds the groups of a machine to every port, and Neutron refuses groups on a port without port security:
 * if a machine has such a port, each of its other ports gets the groups instead.
 */
function withGroups({ ports, securityGroups }: ServerMachine, adoptedGroups: readonly Lookup[]) {
  const groups = [...adoptedGroups, ...securityGroups];
  const isFree = ({ enablePortSecurity }: PortModel) => enablePortSecurity === false;
  if (adoptedGroups.length === 0 || ports?.some(isFree) !== true) {
    return { ports, securityGroups: groups };
  }
  const grouped = ports.map((port) =>
    isFree(port) ? port : { ...port, securityGroups: [...groups, ...port.securityGroups] },
  );
  return { ports: grouped, securityGroups: [] };
}

/** Renders the server fields that machines and bastions have in common. */
export function serverFields(infrastructure: InfrastructureContract, server: ServerModel): Fields {
  return {
    flavor: infrastructure.flavor(server.size),
    image: server.image,
    sshKeyName: server.sshKeyName,
    rootVolume: server.rootVolume && rootVolume(server.rootVolume),
    schedulerHintAdditionalProperties: schedulerHints(server.schedulerHints),
    securityGroups: server.securityGroups,
    serverGroup: server.serverGroup,
    serverMetadata: sortedEntries(server.serverMetadata).map(([key, value]) => ({ key, value })),
    tags: server.tags,
    configDrive: server.configDrive,
  };
}

function rootVolume({ sizeGiB, type, availabilityZone }: RootVolume): Fields {
  return compact({ sizeGiB, type, availabilityZone: volumeZone(availabilityZone) });
}
