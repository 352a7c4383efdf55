import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { VSphereCluster } from '../model/cluster';
import type { VSphereMachine } from '../model/machine';
import { type MachineData, machineData, machineSpec } from './machine-data';
import { REGISTRATION } from './registration';
import { renderVSphereCluster } from './vsphere-cluster';

/** Renderer of the vSphere provider's objects. */
export const VSPHERE_RENDERER: InfrastructureRenderer<VSphereCluster> = {
  clusterKind: 'VSphereCluster',
  machineTemplateKind: 'VSphereMachineTemplate',
  cluster: renderVSphereCluster,
  machineData: (cluster, _, machine) => machineData(cluster, machine as VSphereMachine),
  machineSpec: (_, data) => machineSpec(data as MachineData),
  registration: () => REGISTRATION,
};
