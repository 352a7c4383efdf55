import { goDuration } from '../../base/duration';
import { compact, rollingUpdate, sorted } from '../../base/fields';
import { coreV1beta1 } from '../../cluster/render/core-v1beta1';
import type { KubeadmControlPlaneSpec } from '../../schema/generated/controlplane-v1beta1.shapes.generated';
import type { KubeadmContract } from './kubeadm-contract';

/** Renderer of kubeadm's groups in v1beta1. */
export const kubeadmV1beta1: KubeadmContract = {
  extraArgs: sorted,

  neutralBootstrap: (spec) => spec,

  controlPlaneMachines: (metadata, infrastructureRef, drain, extras) =>
    compact({ metadata, infrastructureRef, ...coreV1beta1.machineDeletion(drain), ...extras }),

  controlPlaneRollout: ({ maxSurge, after, certificatesExpiryDays }) =>
    ({
      rolloutStrategy: rollingUpdate({ maxSurge }),
      rolloutAfter: after,
      rolloutBefore: compact({ certificatesExpiryDays }),
    }) satisfies Partial<KubeadmControlPlaneSpec>,

  remediation: ({ maxRetry, retryPeriodSeconds, minHealthyPeriodSeconds }) =>
    ({
      remediationStrategy: compact({
        maxRetry,
        retryPeriod: goDuration(retryPeriodSeconds),
        minHealthyPeriod: goDuration(minHealthyPeriodSeconds),
      }),
    }) satisfies Partial<KubeadmControlPlaneSpec>,

  initTimeouts: () => ({}),

  joinTimeouts: ({ tlsBootstrap }) => ({
    discovery: compact({ timeout: goDuration(tlsBootstrap) }),
  }),

  controlPlaneTimeout: ({ controlPlaneComponentHealthCheck: seconds }) => ({
    timeoutForControlPlane: goDuration(seconds),
  }),
};
