import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';

/** Fields of a failure domain that the rules read. */
export interface ReadZone {
  readonly regionType: unknown;
  readonly zoneType: unknown;
  readonly computeCluster: unknown;
  readonly hosts: unknown;
}

/** Returns a finding if the region is a host group. */
export function regionFinding({ regionType }: ReadZone): Finding | undefined {
  if (regionType !== 'HostGroup') return undefined;
  return {
    given: regionType,
    allowed: '"Datacenter" or "ComputeCluster"',
    fix: write('Datacenter', { or: '"ComputeCluster"' }),
  };
}

/** Returns a finding if a required compute cluster is missing. */
export function computeClusterFinding(zone: ReadZone): Finding | undefined {
  const { regionType, zoneType, computeCluster, hosts } = zone;
  const isWanted =
    hosts !== undefined || regionType === 'ComputeCluster' || zoneType === 'ComputeCluster';
  if (!isWanted || (computeCluster !== undefined && computeCluster !== '')) return undefined;
  return {
    given: computeCluster,
    allowed: 'a compute cluster, which hosts and the type "ComputeCluster" require',
    fix: 'write the name or the path of the compute cluster',
  };
}

/** Returns a finding if a zone of type HostGroup names no hosts. */
export function hostsFinding({ zoneType, hosts }: ReadZone): Finding | undefined {
  if (zoneType !== 'HostGroup' || hosts !== undefined) return undefined;
  return {
    given: hosts,
    allowed: 'hostGroupName and vmGroupName, because the zone is a host group',
    fix: 'write the names of the two groups',
  };
}

/** Returns a finding if networks are given in two ways. */
export function networksFinding(networks: unknown, configurations: unknown): Finding | undefined {
  const isSaid = (list: unknown) => Array.isArray(list) && list.length > 0;
  if (!isSaid(networks) || !isSaid(configurations)) return undefined;
  return {
    given: networks,
    allowed: 'networks or networkConfigurations, not both',
    fix: leaveOut(),
  };
}
