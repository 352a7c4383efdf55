import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';

/** Releases of the Cluster API provider for Hetzner. */
export const HETZNER_PROVIDER: InfrastructureProvider = {
  name: 'Hetzner provider',
  releases: {
    '1.1': {
      contract: 'v1beta1',
      apiVersion: 'v1beta1',
      schemas: ['cluster-api-hetzner-v1.1.8'],
      oldestClusterApi: '1.13',
    },
  },
  traits: {
    machineTemplates: 'hcloudmachinetemplates',
    zoneLabel: 'csi.hetzner.cloud/location',
    // Regions are the failure domains; zones are datacenters, which Hetzner no longer reports.
    failureDomainLabel: 'topology.kubernetes.io/region',
  },
  tested: { '1.13': '1.1', '1.14': '1.1' },
};
