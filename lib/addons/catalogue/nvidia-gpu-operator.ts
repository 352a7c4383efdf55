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
   * Repository of the chart, for a mirror.
   *
   * @default 'https://helm.ngc.nvidia.com/nvidia'
   */
  readonly repository?: string;
  /**
   * Whether the operator installs the driver; `false` where the image of the machines has it.
   *
   * @default true
   */
  readonly driver?: boolean;
  /**
   * Whether the operator sets up the container toolkit; `false` where the image of the machines has it.
   *
   * @default true
   */
  readonly toolkit?: boolean;
  /**
   * Values of the chart over those that follow from the other options, such as images of a mirror.
   *
   * @default - none
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

/** Name that the user gives the addon by choosing it, which is that of the chart, too. */
export const NVIDIA_GPU_OPERATOR = 'gpu-operator';

/** Nodes that can run images of Linux. */
const ON_LINUX = { 'kubernetes.io/os': 'linux' };

/** Pools may have taints besides that of their graphics processors. */
const EVERYWHERE = [{ operator: 'Exists' }];

/** Describes the operator of NVIDIA. */
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

/** The operator's pods install drivers on their machines, which only the lowest level admits. */
function namespace(name: string): readonly Manifest[] {
  return scratchManifests([NVIDIA_GPU_OPERATOR, 'namespace', name], (chart, k8s) => {
    new k8s.KubeNamespace(chart, 'namespace', {
      metadata: { name, labels: podSecurityLabels('privileged', 'latest') },
    });
  });
}

/** The operator chooses the nodes of its own pods; those of the feature discovery go by the chart. */
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
