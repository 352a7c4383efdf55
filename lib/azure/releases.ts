import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';

/** Releases of the Cluster API provider for Azure. */
export const AZURE_PROVIDER: InfrastructureProvider = {
  name: 'Azure provider',
  releases: {
    '1.26': {
      contract: 'v1beta1',
      apiVersion: 'v1beta1',
      schemas: ['cluster-api-azure-v1.26.0'],
      oldestClusterApi: '1.13',
    },
  },
  traits: {
    machineTemplates: 'azuremachinetemplates',
    zoneLabel: 'topology.disk.csi.azure.com/zone',
    reportsCapacity: true,
  },
  tested: { '1.13': '1.26', '1.14': '1.26' },
};
