import { goDuration } from '../../base/duration';
import { compact, numberOrPercentage, rangeText, rollingUpdate } from '../../base/fields';
import type {
  MachineDeploymentSpec,
  MachineHealthCheckSpec,
  TemplateSpec,
} from '../../schema/generated/cluster-v1beta1.shapes.generated';
import type { CoreContract } from './core-contract';

/** Cluster API groups in v1beta1: versioned references, durations, arguments as maps. */
export const coreV1beta1: CoreContract = {
  version: 'v1beta1',

  reference: ({ group, version, kind, name }) => ({
    apiVersion: `${group}/${version}`,
    kind,
    name,
  }),

  machineDeletion: (drain) =>
    ({
      nodeDrainTimeout: goDuration(drain.nodeDrainTimeoutSeconds),
      nodeVolumeDetachTimeout: goDuration(drain.nodeVolumeDetachTimeoutSeconds),
      nodeDeletionTimeout: goDuration(drain.nodeDeletionTimeoutSeconds),
    }) satisfies Partial<TemplateSpec>,

  machineReadiness: () => ({}),

  poolRollout: ({ rollout, remediation, deletionOrder, minReadySeconds }) => {
    const strategy = rollingUpdate({
      maxSurge: numberOrPercentage(rollout.maxSurge),
      maxUnavailable: numberOrPercentage(rollout.maxUnavailable),
      deletePolicy: deletionOrder,
    });
    return {
      strategy: compact({
        ...strategy,
        remediation: remediation && {
          maxInFlight: numberOrPercentage(remediation.maxInFlight),
        },
      }),
      rolloutAfter: rollout.after,
      minReadySeconds,
    } satisfies Partial<MachineDeploymentSpec>;
  },

  machineNaming: (template) =>
    ({ machineNamingStrategy: { template } }) satisfies Partial<MachineDeploymentSpec>,

  healthCheck: ({ nodeStartupTimeoutSeconds, unhealthyConditions, unhealthyRange, maxUnhealthy }) =>
    ({
      nodeStartupTimeout: goDuration(nodeStartupTimeoutSeconds),
      unhealthyConditions: unhealthyConditions.map(({ type, status, timeoutSeconds }) => ({
        type,
        status,
        timeout: goDuration(timeoutSeconds),
      })),
      unhealthyRange: unhealthyRange && rangeText(unhealthyRange),
      maxUnhealthy: numberOrPercentage(maxUnhealthy),
    }) satisfies Partial<MachineHealthCheckSpec>,
};
