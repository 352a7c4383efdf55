import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { HetznerCluster } from '../model/cluster';
import type { HCloudMachine } from '../model/machine';
import { renderHetznerCluster } from './hetzner-cluster';
import { type MachineData, machineData, machineSpec } from './machine-data';
import { REGISTRATION } from './registration';

/** Renderer of the Hetzner provider's objects. */
export const HETZNER_RENDERER: InfrastructureRenderer<HetznerCluster> = {
  clusterKind: 'HetznerCluster',
  machineTemplateKind: 'HCloudMachineTemplate',
  cluster: renderHetznerCluster,
  machineData: (_cluster, _role, machine) => machineData(machine as HCloudMachine),
  machineSpec: (_cluster, data) => machineSpec(data as MachineData),
  registration: () => REGISTRATION,
};
