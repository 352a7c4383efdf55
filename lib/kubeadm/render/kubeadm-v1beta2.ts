import { goDuration } from '../../base/duration';
import { compact, type Fields, rollingUpdate, sortedEntries } from '../../base/fields';
import { isMap } from '../../base/is-map';
import { coreV1beta2 } from '../../cluster/render/core-v1beta2';
import type { KubeadmControlPlaneSpec } from '../../schema/generated/controlplane-v1beta2.shapes.generated';
import type { KubeadmTimeouts } from '../model/kubeadm';
import type { KubeadmContract } from './kubeadm-contract';

/** Renderer of kubeadm's groups in v1beta2. */
export const kubeadmV1beta2: KubeadmContract = {
  extraArgs: (args) => sortedEntries(args).map(([name, value]) => ({ name, value })),

  neutralBootstrap: (spec) => withOldTimeouts(withArgumentMaps(spec) as Fields),

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

/** Moves the TLS bootstrap timeout to its v1beta1 field, the only timeout that v1beta1 has for pools. */
function withOldTimeouts(spec: Fields): Fields {
  const join = spec.joinConfiguration;
  if (!isMap(join) || !isMap(join.timeouts)) return spec;
  const { timeouts, ...rest } = join;
  const { tlsBootstrapSeconds: seconds, ...others } = timeouts;
  if (typeof seconds !== 'number' || Object.keys(others).length > 0) return spec;
  const discovery = { timeout: goDuration(seconds) };
  return { ...spec, joinConfiguration: { ...rest, discovery } };
}

/** Converts lists of arguments to the maps of v1beta1; a list with a duplicate argument stays a list. */
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
