import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';

/** Releases of Cluster API's provider for development, which is released together with Cluster API. */
export const DEV_PROVIDER: InfrastructureProvider = {
  name: 'development provider',
  releases: {
    '1.10': {
      contract: 'v1beta1',
      apiVersion: 'v1beta1',
      // The oldest release whose CRDs are available; it still serves v1beta1.
      schemas: ['cluster-api-docker-v1.13.5'],
      oldestClusterApi: '1.10',
      newestClusterApi: '1.10',
    },
    '1.13': {
      contract: 'v1beta2',
      apiVersion: 'v1beta2',
      schemas: ['cluster-api-docker-v1.13.5'],
      oldestClusterApi: '1.13',
      newestClusterApi: '1.13',
    },
    '1.14': {
      contract: 'v1beta2',
      apiVersion: 'v1beta2',
      schemas: ['cluster-api-docker-v1.14.0'],
      oldestClusterApi: '1.14',
      newestClusterApi: '1.14',
    },
  },
  traits: { machineTemplates: 'devmachinetemplates' },
  tested: { '1.10': '1.10', '1.13': '1.13', '1.14': '1.14' },
};
