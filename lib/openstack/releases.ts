import type { InfrastructureProvider } from '../cluster/model/infrastructure-provider';
import { RENAMED_FIELDS } from './model/renamed-fields';

/** Releases of Cluster API's OpenStack provider. */
export const OPENSTACK_PROVIDER: InfrastructureProvider = {
  name: 'OpenStack provider',
  releases: {
    '0.12': {
      contract: 'v1beta1',
      apiVersion: 'v1beta1',
      schemas: ['cluster-api-openstack-v0.12.4'],
      oldestClusterApi: '1.9',
    },
    '0.14': {
      contract: 'v1beta1',
      apiVersion: 'v1beta1',
      schemas: ['cluster-api-openstack-v0.14.7'],
      oldestClusterApi: '1.12',
    },
    '0.15': {
      contract: 'v1beta2',
      apiVersion: 'v1beta2',
      schemas: ['cluster-api-openstack-v0.15.0-dev'],
      snapshot: '2026-08-21',
      oldestClusterApi: '1.11',
    },
  },
  traits: {
    machineTemplates: 'openstackmachinetemplates',
    zoneLabel: 'topology.cinder.csi.openstack.org/zone',
  },
  movedFields: RENAMED_FIELDS,
  tested: { '1.10': '0.12', '1.13': '0.14', '1.14': '0.14' },
};
