import { compact } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { providerOf } from '../../cluster/model/profile';
import { GROUPS } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS } from '../../cluster/render/metadata';
import type {
  VSphereDeploymentZoneSpec,
  VSphereFailureDomainSpec,
} from '../../schema/generated/vsphere-v1beta2.shapes.generated';
import type { VSphereCluster } from '../model/cluster';
import { type VSphereZone, ZONE_LABEL } from '../model/zones';

/** Renders the written zones of a cluster's vCenter, which all clusters on the vCenter share. */
export function renderZones(
  cluster: Pick<VSphereCluster, 'path' | 'profile' | 'cloud'>,
): readonly Manifest[] {
  const { cloud } = cluster;
  if (cloud.zones?.kind !== 'written') return [];
  const apiVersion = `${GROUPS.infrastructure}/${providerOf(cluster).apiVersion}`;
  const labels = { [ZONE_LABEL]: cloud.name };
  return Object.entries(cloud.zones.zones).flatMap(([name, zone]): Manifest[] => {
    const metadata = { name, labels, annotations: KEEP_ANNOTATIONS };
    return [
      {
        apiVersion,
        kind: 'VSphereFailureDomain',
        metadata,
        spec: failureDomain(zone),
      },
      {
        apiVersion,
        kind: 'VSphereDeploymentZone',
        metadata,
        spec: deploymentZone(name, zone, cloud.server),
      },
    ];
  });
}

function failureDomain({ region, zone, ...place }: VSphereZone) {
  const { datacenter, computeCluster, hosts, networks, datastore } = place;
  return {
    region: { name: region.name, type: region.type, tagCategory: region.tagCategory },
    zone: { name: zone.name, type: zone.type, tagCategory: zone.tagCategory },
    topology: compact({
      datacenter,
      computeCluster,
      hosts: hosts && { hostGroupName: hosts.hostGroupName, vmGroupName: hosts.vmGroupName },
      networks,
      datastore,
    }),
  } satisfies Record<keyof VSphereFailureDomainSpec, unknown>;
}

function deploymentZone(name: string, { controlPlane, ...place }: VSphereZone, server: string) {
  const { resourcePool, folder } = place;
  return {
    server,
    failureDomain: name,
    controlPlane: controlPlane ?? true,
    ...compact({ placementConstraint: compact({ resourcePool, folder }) }),
  } satisfies Partial<Record<keyof VSphereDeploymentZoneSpec, unknown>>;
}
