import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';

/** Releases of the Cluster API provider for vSphere. */
export const VSPHERE_PROVIDER: InfrastructureProvider = {
  name: 'vSphere provider',
  releases: {
    '1.16': {
      contract: 'v1beta2',
      apiVersion: 'v1beta2',
      schemas: ['cluster-api-vsphere-v1.16.1'],
    },
  },
  traits: { machineTemplates: 'vspheremachinetemplates' },
  tested: { '1.13': '1.16', '1.14': '1.16' },
};
