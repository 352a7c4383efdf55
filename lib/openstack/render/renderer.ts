import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { OpenStackCluster } from '../model/cluster';
import { EXPIRY_ANNOTATION } from '../model/credential-expiry';
import { selectorOf } from '../model/credentials';
import type { OpenStackMachine } from '../model/machine';
import { contractOf } from './contracts';
import { renderCredentials } from './credentials';
import { renderFloatingIPPool } from './floating-ip-pool';
import { dataSpec, type MachineData, machineData } from './machine-data';
import { renderOpenStackCluster } from './openstack-cluster';
import { registration } from './registration';

/** Renderer of the OpenStack provider's objects. */
export const OPENSTACK_RENDERER: InfrastructureRenderer<OpenStackCluster> = {
  clusterKind: 'OpenStackCluster',
  machineTemplateKind: 'OpenStackMachineTemplate',
  namespaceLabels: ({ credentials }) => selectorOf(credentials) ?? {},
  clusterAnnotations: ({ credentials: { expiresAt } }) =>
    // Monitoring can use it to report when the credentials of the provider expire.
    expiresAt === undefined ? {} : { [EXPIRY_ANNOTATION]: expiresAt },
  before: (cluster) => {
    const { credentials } = cluster;
    if (credentials.kind !== 'plaintext') return [];
    const object = renderCredentials(cluster, credentials);
    return [{ key: 'credentials', object, plaintext: true }];
  },
  cluster: renderOpenStackCluster,
  beside: (context) =>
    (context.cluster.floatingIPPools ?? []).map((pool) => ({
      key: `floatingIPPool/${pool.name}`,
      path: pool.path,
      object: renderFloatingIPPool(context, pool),
    })),
  machineData: (cluster, role, machine) => machineData(cluster, role, machine as OpenStackMachine),
  machineSpec: (cluster, data) => dataSpec(cluster, data as MachineData),
  neutralMachine: (cluster) => contractOf(cluster).neutralMachine,
  registration,
};
