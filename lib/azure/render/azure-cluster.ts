import { compact, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { RenderContext } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type {
  AzureClusterSpec,
  BastionSpec,
} from '../../schema/generated/azure-v1beta1.shapes.generated';
import { AZURE_BASTION_DEFAULTS } from '../model/bastion';
import type { AzureCluster } from '../model/cluster';
import { ZONES } from '../model/limits';
import { networkSpec } from './network';

/** Name that Azure requires for the subnet of Azure Bastion. */
const BASTION_SUBNET = 'AzureBastionSubnet';

/** Renders the AzureCluster: network, endpoint and security groups of a cluster. */
export function renderAzureCluster({
  cluster,
  apiVersions,
}: RenderContext<AzureCluster>): Manifest {
  const { cloud, identity, tags } = cluster;
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'AzureCluster',
    metadata: ownedMetadata(cluster, cluster.name, KEEP_ANNOTATIONS),
    spec: compact({
      subscriptionID: cloud.subscriptionId,
      location: cloud.location,
      azureEnvironment: cloud.environment,
      resourceGroup: cluster.resourceGroup ?? cluster.name,
      identityRef: {
        apiVersion: apiVersions.infrastructure,
        kind: 'AzureClusterIdentity',
        ...identity.ref,
      },
      networkSpec: networkSpec(cluster),
      failureDomains: failureDomains(cluster),
      bastionSpec: bastionSpec(cluster),
      additionalTags: sorted(tags),
    } satisfies AzureClusterSpec),
  };
}

/** Returns all zones with whether they host the control plane; the provider could use an omitted zone too. */
function failureDomains({
  controlPlane: { failureDomains: chosen },
}: AzureCluster): AzureClusterSpec['failureDomains'] {
  if (chosen === undefined) return undefined;
  return Object.fromEntries(ZONES.map((zone) => [zone, { controlPlane: chosen.includes(zone) }]));
}

function bastionSpec({ bastion, name }: AzureCluster): BastionSpec | undefined {
  if (bastion === undefined) return undefined;
  const { cidr, sku, enableTunneling } = bastion;
  return {
    azureBastion: {
      name: `${name}-azure-bastion`,
      subnet: { name: BASTION_SUBNET, role: 'bastion', cidrBlocks: [cidr] },
      ...compact({
        sku: sku === AZURE_BASTION_DEFAULTS.sku ? undefined : sku,
        enableTunneling: enableTunneling ? true : undefined,
      }),
    },
  };
}
