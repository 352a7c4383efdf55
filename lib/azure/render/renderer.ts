import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { AzureCluster } from '../model/cluster';
import type { AzureMachine } from '../model/machine';
import { internalHost } from '../model/surroundings';
import { renderAzureCluster } from './azure-cluster';
import { type AzureMachineData, machineData, machineSpec } from './machine-data';
import { CLOUD_CONFIG, CLOUD_CONFIG_KEYS, REGISTRATION } from './registration';

/** Renderer of the Azure provider's objects. */
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
  // The cloud controller allocates the pod ranges of nodes.
  controllerManagerArgs: { 'allocate-node-cidrs': 'false' },
  // An internal load balancer does not send traffic back to the machine it came from.
  selfServedHost: (cluster) => internalHost(cluster),
  registration: () => REGISTRATION,
} satisfies InfrastructureRenderer<AzureCluster>;
