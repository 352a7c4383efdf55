import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { AwsCluster } from '../model/cluster';
import { writtenIdentities } from '../model/identity';
import type { AwsMachine } from '../model/machine';
import { renderAwsCluster } from './aws-cluster';
import { type AwsMachineData, machineData, machineSpec } from './machine-data';
import { registration } from './registration';

/** Renderer of the AWS provider's objects. */
export const AWS_RENDERER = {
  clusterKind: 'AWSCluster',
  machineTemplateKind: 'AWSMachineTemplate',
  namespaceLabels: ({ identity }) =>
    Object.assign(
      {},
      ...writtenIdentities(identity).map(({ written }) => written.namespaceSelector),
    ),
  cluster: renderAwsCluster,
  machineData: (_cluster, _role, machine) => machineData(machine as AwsMachine),
  machineSpec: (_cluster, data) => machineSpec(data as AwsMachineData),
  registration,
} satisfies InfrastructureRenderer<AwsCluster>;
