import { compact, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { providerOf } from '../../cluster/model/profile';
import { GROUPS } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS } from '../../cluster/render/metadata';
import type {
  AllowedNamespaces,
  AzureClusterIdentitySpec,
} from '../../schema/generated/azure-v1beta1.shapes.generated';
import type { AzureCluster } from '../model/cluster';
import type { AzureIdentityRef, WrittenAzureIdentity } from '../model/identity';

const TYPES: Readonly<Record<WrittenAzureIdentity['kind'], AzureClusterIdentitySpec['type']>> = {
  workload: 'WorkloadIdentity',
  managed: 'UserAssignedMSI',
  servicePrincipal: 'ServicePrincipal',
  servicePrincipalCertificate: 'ServicePrincipalCertificate',
  certificateFile: 'ServicePrincipalCertificate',
  credentialsFile: 'UserAssignedIdentityCredential',
};

/** Renders the identity that clusters in several namespaces share, unless it already exists. */
export function renderIdentities(cluster: AzureCluster): readonly Manifest[] {
  const { ref, written } = cluster.identity;
  if (written === undefined) return [];
  return [
    {
      apiVersion: `${GROUPS.infrastructure}/${providerOf(cluster).apiVersion}`,
      kind: 'AzureClusterIdentity',
      metadata: { name: ref.name, namespace: ref.namespace, annotations: KEEP_ANNOTATIONS },
      spec: {
        ...compact({
          type: TYPES[written.kind],
          tenantID: written.tenantId,
          clientID: written.clientId,
          ...credentials(ref, written),
        } satisfies AzureClusterIdentitySpec),
        allowedNamespaces: allowedNamespaces(written),
      },
    },
  ];
}

function credentials(
  { namespace }: AzureIdentityRef,
  written: WrittenAzureIdentity,
): Partial<AzureClusterIdentitySpec> {
  switch (written.kind) {
    case 'servicePrincipal':
    case 'servicePrincipalCertificate':
      return { clientSecret: { name: written.secretName, namespace } };
    case 'certificateFile':
      return { certPath: written.path };
    case 'credentialsFile':
      return {
        userAssignedIdentityCredentialsPath: written.path,
        userAssignedIdentityCredentialsCloudType: written.cloudType,
      };
    default:
      return {};
  }
}

/** Returns the allowed namespaces. An empty object allows every namespace; a missing field allows none. */
function allowedNamespaces({ namespaceSelector }: WrittenAzureIdentity): AllowedNamespaces {
  return namespaceSelector === undefined
    ? {}
    : { selector: { matchLabels: sorted(namespaceSelector) } };
}
