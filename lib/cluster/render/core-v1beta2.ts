import { goDuration } from '../../base/duration';
import {
  compact,
  type Fields,
  numberOrPercentage,
  rangeText,
  rollingUpdate,
  sortedEntries,
} from '../../base/fields';
import { isMap } from '../../base/is-map';
import type { KubeadmTimeouts } from '../../kubeadm/model/kubeadm';
import type {
  MachineDeploymentSpec,
  MachineHealthCheckSpec,
  TemplateSpec,
} from '../../schema/generated/cluster-v1beta2.shapes.generated';
import type { KubeadmControlPlaneSpec } from '../../schema/generated/controlplane-v1beta2.shapes.generated';
import type { CoreContract } from './core-contract';

/** Groups of Cluster API in v1beta2: references by group, seconds, arguments as lists, no empties. */
export const coreV1beta2: CoreContract = {
  version: 'v1beta2',

  reference: ({ group, kind, name }) => ({ apiGroup: group, kind, name }),

  extraArgs: (args) => sortedEntries(args).map(([name, value]) => ({ name, value })),

  neutralBootstrap: (spec) => withOldTimeouts(withArgumentMaps(spec) as Fields),

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

  controlPlaneMachines: (metadata, infrastructureRef, drain, extras) =>
    compact({
      metadata,
      spec: compact({ infrastructureRef, ...coreV1beta2.machineDeletion(drain), ...extras }),
    }),

  controlPlaneRollout: ({ maxSurge, after, certificatesExpiryDays }) =>
    ({
      rollout: compact({
        strategy: rollingUpdate({ maxSurge }),
        after,
        before: compact({ certificatesExpiryDays }),
      }),
    }) satisfies Partial<KubeadmControlPlaneSpec>,

  remediation: ({ maxRetry, retryPeriodSeconds, minHealthyPeriodSeconds }) =>
    ({
      remediation: compact({ maxRetry, retryPeriodSeconds, minHealthyPeriodSeconds }),
    }) satisfies Partial<KubeadmControlPlaneSpec>,

  initTimeouts: kubeadmTimeouts,

  joinTimeouts: kubeadmTimeouts,

  controlPlaneTimeout: () => ({}),

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

function kubeadmTimeouts(timeouts: KubeadmTimeouts): Fields {
  return {
    timeouts: compact({
      controlPlaneComponentHealthCheckSeconds: timeouts.controlPlaneComponentHealthCheck,
      discoverySeconds: timeouts.discovery,
      etcdAPICallSeconds: timeouts.etcdAPICall,
      kubeletHealthCheckSeconds: timeouts.kubeletHealthCheck,
      kubernetesAPICallSeconds: timeouts.kubernetesAPICall,
      tlsBootstrapSeconds: timeouts.tlsBootstrap,
    }),
  };
}

/** The time limit of a joining kubelet where v1beta1 has it, which has no other for machines of pools. */
function withOldTimeouts(spec: Fields): Fields {
  const join = spec.joinConfiguration;
  if (!isMap(join) || !isMap(join.timeouts)) return spec;
  const { timeouts, ...rest } = join;
  const { tlsBootstrapSeconds: seconds, ...others } = timeouts;
  if (typeof seconds !== 'number' || Object.keys(others).length > 0) return spec;
  const discovery = { timeout: goDuration(seconds) };
  return { ...spec, joinConfiguration: { ...rest, discovery } };
}

/** Lists of arguments as the maps that v1beta1 has; one that names an argument twice stays a list. */
function withArgumentMaps(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (!/^(kubeletE|e)xtraArgs$/.test(name)) return value;
    const map = Object.fromEntries(value.map((arg) => [arg?.name, arg?.value]));
    return Object.keys(map).length === value.length ? map : value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, member]) => [key, withArgumentMaps(member, key)]));
}
