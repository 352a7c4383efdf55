import type { Issue } from '../errors';
import { hasBalancer } from '../model/endpoint';
import { groupVolumes, machineGroups } from '../plan/machine-groups';
import type { CloudClient } from './cloud-client';
import { type CloudPart, Lacks, listed } from './cloud-part';

/** What is wrong with the region, without which nothing else can be looked at. */
export function checkRegion({ access, regions }: CloudClient, { cloud }: CloudPart): Issue[] {
  const { region, origin } = access;
  if (region === undefined || regions.includes(region)) return [];
  const lacks = new Lacks('cloud-region');
  lacks.add(cloud.path, 'region', {
    given: region,
    allowed: `a region of the catalog with ${access.interface} endpoints: ${listed(regions)}`,
    fix: `set region_name: ${regions[0] ?? '…'} in ${origin}, or region of the OpenStackCloud`,
  });
  return lacks.issues;
}

/** Services that clusters need and the cloud does not have. */
export function checkServices(client: CloudClient, { clusters }: CloudPart): Issue[] {
  const octavia = new Lacks('cloud-octavia');
  const designate = new Lacks('cloud-designate');
  const cinder = new Lacks('cloud-cinder');
  for (const { cluster } of clusters) {
    const { endpoint, path } = cluster;
    if (hasBalancer(endpoint) && !client.has('loadBalancer')) {
      octavia.add(path, 'endpoint', {
        given: endpoint.kind,
        allowed: 'an endpoint without Octavia, which the cloud does not have',
        fix: 'write ApiEndpoint.virtualIp() or ApiEndpoint.external({ host })',
      });
    }
    const dnsName = 'dnsName' in endpoint ? endpoint.dnsName : undefined;
    if (dnsName !== undefined && cluster.cloud.dnsZone !== undefined && !client.has('dns')) {
      designate.add(path, 'endpoint.dnsName', {
        given: dnsName,
        allowed: 'a name without a record, as the cloud has no Designate',
        fix: 'leave dnsZone of the OpenStackCloud out, and make the record where the zone is',
      });
    }
    if (client.has('volume')) continue;
    for (const { path: place, prop, ...volume } of machineGroups(cluster).flatMap(groupVolumes)) {
      cinder.add(place, prop, {
        given: volume,
        allowed: 'a disk of the flavor, as the cloud has no Cinder',
        fix: 'leave it out, and choose a flavor with a disk, of its own or an ephemeral one',
      });
    }
  }
  return [...octavia.issues, ...designate.issues, ...cinder.issues];
}
