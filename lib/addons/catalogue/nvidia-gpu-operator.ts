import type { Manifest } from '../../base/manifest';
import { NVIDIA_GPU } from '../../cluster/model/gpu';
import { podSecurityLabels } from '../../cluster/model/pod-security';
import { type HelmValues, mergeValues } from '../model/helm-chart';
import type { DescribeAddon } from './addon-parts';
import { plainRelease } from './addon-version';
import { describeHelmChart } from './helm-chart';
import { scratchManifests } from './scratch-chart';

/** Options of {@link Addon.nvidiaGpuOperator}. */
export interface NvidiaGpuOperatorOptions {
  /**
   * Release of the operator.
   *
   * @default '25.3.0'
   */
  readonly version?: string;
  /**
   * Repository of the chart, for example a mirror.
   *
   * @default 'https://helm.ngc.nvidia.com/nvidia'
   */
  readonly repository?: string;
  /**
   * Whether the operator installs the driver; `false` if the machine image has it.
   *
   * @default true
   */
  readonly driver?: boolean;
  /**
   * Whether the operator sets up the container toolkit; `false` if the machine image has it.
   *
   * @default true
   */
  readonly toolkit?: boolean;
  /**
   * Chart values that override those derived from the other options, such as images from a mirror.
   *
   * @default - only the derived values
   */
  readonly values?: HelmValues;
}

/** Defaults of {@link NvidiaGpuOperatorOptions}. */
export const NVIDIA_GPU_OPERATOR_DEFAULTS = Object.freeze({
  version: '25.3.0',
  repository: 'https://helm.ngc.nvidia.com/nvidia',
  driver: true,
  toolkit: true,
} as const);

/** Name of the addon and of the chart. */
export const NVIDIA_GPU_OPERATOR = 'gpu-operator';

/** Node selector for nodes that can run Linux images. */
const ON_LINUX = { 'kubernetes.io/os': 'linux' };

/** Toleration of every taint, because pools can have others than that of their GPUs. */
const EVERYWHERE = [{ operator: 'Exists' }];

/** Describes NVIDIA's GPU operator. */
export function describeNvidiaGpuOperator(options: NvidiaGpuOperatorOptions): DescribeAddon {
  const { repository, driver, toolkit, ...rest } = { ...NVIDIA_GPU_OPERATOR_DEFAULTS, ...options };
  const release = plainRelease(rest.version);
  const describe = describeHelmChart({
    chart: NVIDIA_GPU_OPERATOR,
    repository,
    version: `v${release}`,
    values: mergeValues(ownValues(driver, toolkit), options.values ?? {}),
  });
  return (cluster, place) => ({
    ...describe(cluster, place),
    type: NVIDIA_GPU_OPERATOR,
    strategy: 'ApplyOnce',
    payload: [
      {
        kind: 'configMap',
        suffix: 'namespace',
        entries: [{ key: 'namespace', documents: namespace(place.name) }],
      },
    ],
    version: release,
    offers: NVIDIA_GPU,
  });
}

/** Builds the namespace: the operator's pods install drivers on machines, which only the level `privileged` permits. */
function namespace(name: string): readonly Manifest[] {
  return scratchManifests([NVIDIA_GPU_OPERATOR, 'namespace', name], (chart, k8s) => {
    new k8s.KubeNamespace(chart, 'namespace', {
      metadata: { name, labels: podSecurityLabels('privileged', 'latest') },
    });
  });
}

/** Derives values: the operator places its own pods, while the chart places those of node feature discovery. */
function ownValues(driver: boolean, toolkit: boolean): HelmValues {
  const onLinux = { nodeSelector: ON_LINUX };
  return {
    driver: { enabled: driver },
    toolkit: { enabled: toolkit },
    daemonsets: { tolerations: EVERYWHERE },
    operator: { affinity: { nodeAffinity: LINUX_AFFINITY } },
    'node-feature-discovery': {
      master: onLinux,
      gc: onLinux,
      worker: { ...onLinux, tolerations: EVERYWHERE },
    },
  };
}

const LINUX_AFFINITY = {
  requiredDuringSchedulingIgnoredDuringExecution: {
    nodeSelectorTerms: [
      { matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] },
    ],
  },
};
