import { compact, numberOrPercentage, rangeText, rollingUpdate } from '../../base/fields';
import type {
  MachineDeploymentSpec,
  MachineHealthCheckSpec,
  TemplateSpec,
} from '../../schema/generated/cluster-v1beta2.shapes.generated';
import type { CoreContract } from './core-contract';

/** Cluster API groups in v1beta2: references by group, seconds, arguments as lists, no empty values. */
export const coreV1beta2: CoreContract = {
  version: 'v1beta2',

  reference: ({ group, kind, name }) => ({ apiGroup: group, kind, name }),

  machineDeletion: (drain) =>
    ({
      deletion: compact({
        nodeDrainTimeoutSeconds: drain.nodeDrainTimeoutSeconds,
        nodeVolumeDetachTimeoutSeconds: drain.nodeVolumeDetachTimeoutSeconds,
        nodeDeletionTimeoutSeconds: drain.nodeDeletionTimeoutSeconds,
      }),
    }) satisfies Partial<TemplateSpec>,

  machineReadiness: ({ minReadySeconds }) => ({ minReadySeconds }) satisfies Partial<TemplateSpec>,

  poolRollout: ({ rollout, remediation, deletionOrder }) => {
    const strategy = rollingUpdate({
      maxSurge: numberOrPercentage(rollout.maxSurge),
      maxUnavailable: numberOrPercentage(rollout.maxUnavailable),
    });
    return {
      rollout: compact({ strategy, after: rollout.after }),
      deletion: compact({ order: deletionOrder }),
      remediation: compact({ maxInFlight: numberOrPercentage(remediation?.maxInFlight) }),
    } satisfies Partial<MachineDeploymentSpec>;
  },

  machineNaming: (template) =>
    ({ machineNaming: { template } }) satisfies Partial<MachineDeploymentSpec>,

  healthCheck: ({
    nodeStartupTimeoutSeconds,
    unhealthyConditions,
    unhealthyMachineConditions,
    unhealthyRange,
    maxUnhealthy,
  }) =>
    ({
      checks: compact({
        nodeStartupTimeoutSeconds,
        unhealthyMachineConditions,
        unhealthyNodeConditions: unhealthyConditions.map(({ type, status, timeoutSeconds }) => ({
          type,
          status,
          timeoutSeconds,
        })),
      }),
      remediation: compact({
        triggerIf: compact({
          unhealthyInRange: unhealthyRange && rangeText(unhealthyRange),
          unhealthyLessThanOrEqualTo: numberOrPercentage(maxUnhealthy),
        }),
      }),
    }) satisfies Partial<MachineHealthCheckSpec>,
};
