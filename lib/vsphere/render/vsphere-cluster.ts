import { compact, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { RenderContext } from '../../cluster/render/infrastructure';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type { VSphereClusterSpec } from '../../schema/generated/vsphere-v1beta2.shapes.generated';
import type { VSphereCluster } from '../model/cluster';
import type { VSphereIdentityModel } from '../model/identity';
import { zoneSelector } from '../model/zones';

/** Renders the VSphereCluster, which describes what the machines of a cluster share in the vCenter. */
export function renderVSphereCluster({
  cluster,
  apiVersions,
}: RenderContext<VSphereCluster>): Manifest {
  const { cloud, identity } = cluster;
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'VSphereCluster',
    metadata: ownedMetadata(cluster, cluster.name, KEEP_ANNOTATIONS),
    spec: {
      ...compact({
        server: cloud.server,
        thumbprint: cloud.thumbprint,
        identityRef: identityRef(identity),
        controlPlaneEndpoint: controlPlaneEndpoint(cluster),
        disableClusterModule: cluster.clusterModules ? undefined : true,
      }),
      ...failureDomains(cluster),
    } satisfies Partial<Record<keyof VSphereClusterSpec, unknown>>,
  };
}

function controlPlaneEndpoint({ endpoint, apiServerPort }: VSphereCluster) {
  return endpoint.kind === 'external'
    ? { host: endpoint.host, port: endpoint.port ?? apiServerPort }
    : { host: endpoint.address, port: apiServerPort };
}

/** Kinds of the objects that hold the account of a cluster. */
const KINDS = { secret: 'Secret', clusterIdentity: 'VSphereClusterIdentity' } as const;

function identityRef(identity: VSphereIdentityModel): VSphereClusterSpec['identityRef'] {
  switch (identity.kind) {
    case 'secret':
      return { kind: KINDS.secret, name: identity.secretName };
    case 'clusterIdentity':
      return { kind: KINDS.clusterIdentity, name: identity.identityName };
    case 'manager':
      return undefined;
  }
}

/** Returns the zone selector: an empty selector selects all zones, a missing one selects none. */
function failureDomains({ cloud }: VSphereCluster): Partial<VSphereClusterSpec> {
  if (cloud.zones === undefined) return {};
  const labels = zoneSelector(cloud.zones, cloud.name);
  return {
    failureDomainSelector: Object.keys(labels).length === 0 ? {} : { matchLabels: sorted(labels) },
  };
}
