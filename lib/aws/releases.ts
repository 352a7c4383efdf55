import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';

/** Releases of the Cluster API provider for AWS. */
export const AWS_PROVIDER: InfrastructureProvider = {
  name: 'AWS provider',
  releases: {
    '2.11': {
      contract: 'v1beta1',
      apiVersion: 'v1beta2',
      schemas: ['cluster-api-aws-v2.11.1'],
      oldestClusterApi: '1.11',
    },
  },
  traits: { machineTemplates: 'awsmachinetemplates', zoneLabel: 'topology.ebs.csi.aws.com/zone' },
  tested: { '1.13': '2.11', '1.14': '2.11' },
};
