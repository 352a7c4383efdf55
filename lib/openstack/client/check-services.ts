import { closestWord } from '../../base/closest-word';
import type { Issue } from '../../base/errors';
import type { OpenStackCloudModel } from '../model/cloud';
import { hasBalancer } from '../model/endpoint';
import { groupVolumes, machineGroups } from '../plan/machine-groups';
import type { CloudClient } from './cloud-client';
import { type CloudPart, Lacks, listed } from './cloud-part';

/** Checks the region, without which nothing else can be checked. */
export function checkRegion(
  { access, regions }: Pick<CloudClient, 'access' | 'regions'>,
  cloud: Pick<OpenStackCloudModel, 'path' | 'region'>,
): Issue[] {
  const { region, regionFrom = 'region_name of clouds.yaml' } = access;
  const lacks = new Lacks('cloud-region');
  const [only, ...others] = regions;
  const inForce = region ?? (others.length === 0 ? only : undefined);
  if (region !== undefined && !regions.includes(region)) {
    const close = closestWord(region, regions) ?? (others.length === 0 ? only : undefined);
    lacks.add(cloud.path, 'region', {
      given: region,
      allowed: `a region of the catalog with ${access.interface} endpoints: ${listed(regions)}`,
      fix: `set ${regionFrom} to ${close ?? 'one of these'}`,
    });
  } else if (cloud.region !== undefined && inForce !== cloud.region) {
    lacks.add(cloud.path, 'region', {
      given: cloud.region,
      allowed: `the region that Pulumi uses: ${inForce === undefined ? 'none is set' : `${inForce}, from ${regionFrom}`}`,
      fix: `export OS_REGION_NAME=${cloud.region}, or name the entry of clouds.yaml in capi-fleet:cloudEntries`,
    });
  }
  return lacks.issues;
}

/** Checks that the cloud has the services that clusters need. */
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
        allowed: 'a name without a record, because the cloud has no Designate',
        fix: 'leave out dnsZone of the OpenStackCloud, and create the record where the zone is',
      });
    }
    if (client.has('volume')) continue;
    for (const { path: place, prop, ...volume } of machineGroups(cluster).flatMap(groupVolumes)) {
      cinder.add(place, prop, {
        given: volume,
        allowed: 'a disk of the flavor, because the cloud has no Cinder',
        fix: 'leave it out, and choose a flavor with a root disk or an ephemeral disk',
      });
    }
  }
  return [...octavia.issues, ...designate.issues, ...cinder.issues];
}
