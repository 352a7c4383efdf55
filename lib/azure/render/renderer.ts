import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { AzureCluster } from '../model/cluster';
import type { AzureMachine } from '../model/machine';
import { internalHost } from '../model/surroundings';
import { renderAzureCluster } from './azure-cluster';
import { type AzureMachineData, machineData, machineSpec } from './machine-data';
import { CLOUD_CONFIG, CLOUD_CONFIG_KEYS, REGISTRATION } from './registration';

/** Writer of the Azure provider's objects. */
export const AZURE_RENDERER = {
  clusterKind: 'AzureCluster',
  machineTemplateKind: 'AzureMachineTemplate',
  namespaceLabels: ({ identity }) => ({ ...identity.written?.namespaceSelector }),
  cluster: renderAzureCluster,
  machineData: (_cluster, _role, machine) => machineData(machine as AzureMachine),
  machineSpec: (_cluster, data) => machineSpec(data as AzureMachineData),
  templateFiles: (role, template) => [
    {
      path: CLOUD_CONFIG,
      content: { name: `${template}-azure-json`, key: CLOUD_CONFIG_KEYS[role] },
    },
  ],
  // The cloud controller gives nodes their ranges.
  controllerManagerArgs: { 'allocate-node-cidrs': 'false' },
  // An internal load balancer gives no machine behind it back what that has sent.
  selfServedHost: (cluster) => internalHost(cluster),
  registration: () => REGISTRATION,
} satisfies InfrastructureRenderer<AzureCluster>;
