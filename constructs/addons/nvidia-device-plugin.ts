import type { Manifest } from '../../lib/model/addon';
import { NVIDIA_GPU, presentLabel } from '../../lib/model/gpu';
import type { AddonParts, DescribeAddon } from './addon-parts';
import { plainRelease } from './addon-version';
import type { DeliveryOptions } from './delivery';
import { type KubernetesKinds, scratchManifests } from './scratch-chart';

/** Options of {@link Addon.nvidiaDevicePlugin}. */
export interface NvidiaDevicePluginOptions extends DeliveryOptions {
  /**
   * Release of the device plugin.
   *
   * @default '0.17.1'
   */
  readonly version?: string;
  /**
   * Handler of containerd that gives containers the graphics processors; it becomes a runtime class of that name.
   *
   * @default - the node's usual handler, which the image must have set up for it
   */
  readonly runtimeHandler?: string;
  /**
   * Image of the device plugin without its tag, for a mirror.
   *
   * @default 'nvcr.io/nvidia/k8s-device-plugin'
   */
  readonly image?: string;
}

/** Defaults of {@link NvidiaDevicePluginOptions}. */
export const NVIDIA_DEVICE_PLUGIN_DEFAULTS = Object.freeze({
  version: '0.17.1',
  image: 'nvcr.io/nvidia/k8s-device-plugin',
} as const);

/** Name that the user gives the addon by choosing it. */
export const NVIDIA_DEVICE_PLUGIN = 'nvidia-device-plugin';

const NAMESPACE = 'kube-system';
const PLUGIN_FOLDER = '/var/lib/kubelet/device-plugins';

/** Describes the device plugin of NVIDIA. */
export function describeNvidiaDevicePlugin(options: NvidiaDevicePluginOptions): DescribeAddon {
  const version = plainRelease(options.version ?? NVIDIA_DEVICE_PLUGIN_DEFAULTS.version);
  const image = `${options.image ?? NVIDIA_DEVICE_PLUGIN_DEFAULTS.image}:v${version}`;
  const documents = devicePlugin(image, options.runtimeHandler);
  const parts: AddonParts = {
    type: NVIDIA_DEVICE_PLUGIN,
    strategy: 'Reconcile',
    version,
    offers: NVIDIA_GPU,
    payload: [
      { kind: 'configMap', suffix: '', entries: [{ key: NVIDIA_DEVICE_PLUGIN, documents }] },
    ],
  };
  return () => parts;
}

function devicePlugin(image: string, handler: string | undefined): readonly Manifest[] {
  return scratchManifests([NVIDIA_DEVICE_PLUGIN, image, handler], (chart, k8s) => {
    const labels = { 'app.kubernetes.io/name': NVIDIA_DEVICE_PLUGIN };
    if (handler !== undefined) {
      new k8s.KubeRuntimeClass(chart, 'runtime', { metadata: { name: handler }, handler });
    }
    new k8s.KubeDaemonSet(chart, 'plugin', {
      metadata: { name: NVIDIA_DEVICE_PLUGIN, namespace: NAMESPACE, labels },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            priorityClassName: 'system-node-critical',
            nodeSelector: { 'kubernetes.io/os': 'linux', [presentLabel(NVIDIA_GPU)]: 'true' },
            tolerations: [{ operator: 'Exists' }],
            ...(handler === undefined ? {} : { runtimeClassName: handler }),
            containers: [container(image)],
            volumes: [{ name: 'plugins', hostPath: { path: PLUGIN_FOLDER, type: 'Directory' } }],
          },
        },
      },
    });
  });
}

type Container = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>['containers'][number];

function container(image: string): Container {
  return {
    name: NVIDIA_DEVICE_PLUGIN,
    image,
    env: [{ name: 'FAIL_ON_INIT_ERROR', value: 'false' }],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    volumeMounts: [{ name: 'plugins', mountPath: PLUGIN_FOLDER }],
  };
}
