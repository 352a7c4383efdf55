import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';

/** What a failure domain says, as far as it is read. */
export interface ReadZone {
  readonly regionType: unknown;
  readonly zoneType: unknown;
  readonly computeCluster: unknown;
  readonly hosts: unknown;
}

/** Region that is a group of hosts. */
export function regionFinding({ regionType }: ReadZone): Finding | undefined {
  if (regionType !== 'HostGroup') return undefined;
  return {
    given: regionType,
    allowed: '"Datacenter" or "ComputeCluster"',
    fix: write('Datacenter', { or: '"ComputeCluster"' }),
  };
}

/** Compute cluster that is missing beside what is a part of it. */
export function computeClusterFinding(zone: ReadZone): Finding | undefined {
  const { regionType, zoneType, computeCluster, hosts } = zone;
  const isWanted =
    hosts !== undefined || regionType === 'ComputeCluster' || zoneType === 'ComputeCluster';
  if (!isWanted || (computeCluster !== undefined && computeCluster !== '')) return undefined;
  return {
    given: computeCluster,
    allowed: 'a compute cluster, as hosts, or the type "ComputeCluster", are of one',
    fix: 'write the name or the path of the compute cluster',
  };
}

/** Hosts that are missing in a zone of some of them. */
export function hostsFinding({ zoneType, hosts }: ReadZone): Finding | undefined {
  if (zoneType !== 'HostGroup' || hosts !== undefined) return undefined;
  return {
    given: hosts,
    allowed: 'hostGroupName and vmGroupName, as the zone is a group of hosts',
    fix: 'write the names of the two groups',
  };
}

/** Networks that are said in two ways. */
export function networksFinding(networks: unknown, configurations: unknown): Finding | undefined {
  const isSaid = (list: unknown) => Array.isArray(list) && list.length > 0;
  if (!isSaid(networks) || !isSaid(configurations)) return undefined;
  return {
    given: networks,
    allowed: 'networks or networkConfigurations, not both',
    fix: leaveOut(),
  };
}
