import type { Manifest } from '../../base/manifest';
import { NVIDIA_GPU, presentLabel } from '../../cluster/model/gpu';
import { IMAGES } from '../../cluster/model/images';
import { knownRelease } from '../../cluster/model/known-image';
import { addonImage } from './addon-image';
import type { DescribeAddon } from './addon-parts';
import { plainRelease } from './addon-version';
import type { DeliveryOptions } from './delivery';
import { type Container, LOCKED_CONTAINER, needs, ROOT_POD } from './pod-hardening';
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
   * Runtime handler of containerd that gives containers access to GPUs; a RuntimeClass of the same name is created.
   *
   * @default - the node's default handler, which the machine image must have set up for GPUs
   */
  readonly runtimeHandler?: string;
  /**
   * Image of the device plugin, for example from a mirror; without a tag it gets that of the `version`.
   *
   * @default 'nvcr.io/nvidia/k8s-device-plugin'
   */
  readonly image?: string;
}

/** Defaults of {@link NvidiaDevicePluginOptions}. */
export const NVIDIA_DEVICE_PLUGIN_DEFAULTS = Object.freeze({
  version: knownRelease(IMAGES.nvidiaDevicePlugin),
  image: IMAGES.nvidiaDevicePlugin.repository,
});

/** Name of the addon. */
export const NVIDIA_DEVICE_PLUGIN = 'nvidia-device-plugin';

const NAMESPACE = 'kube-system';
const PLUGIN_FOLDER = '/var/lib/kubelet/device-plugins';

/** Describes NVIDIA's device plugin. */
export function describeNvidiaDevicePlugin(options: NvidiaDevicePluginOptions): DescribeAddon {
  const version = plainRelease(options.version ?? NVIDIA_DEVICE_PLUGIN_DEFAULTS.version);
  return (context) => {
    const { image, images } = addonImage(context, IMAGES.nvidiaDevicePlugin, options, version);
    const documents = devicePlugin(image, options.runtimeHandler);
    return {
      type: NVIDIA_DEVICE_PLUGIN,
      strategy: 'Reconcile',
      version,
      images,
      offers: NVIDIA_GPU,
      payload: [
        { kind: 'configMap', suffix: '', entries: [{ key: NVIDIA_DEVICE_PLUGIN, documents }] },
      ],
    };
  };
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
            automountServiceAccountToken: false,
            securityContext: ROOT_POD,
            priorityClassName: 'system-node-critical',
            nodeSelector: { 'kubernetes.io/os': 'linux', [presentLabel(NVIDIA_GPU)]: 'true' },
            tolerations: [{ operator: 'Exists' }],
            ...(handler === undefined ? {} : { runtimeClassName: handler }),
            containers: [container(k8s, image)],
            volumes: [{ name: 'plugins', hostPath: { path: PLUGIN_FOLDER, type: 'Directory' } }],
          },
        },
      },
    });
  });
}

/** Builds the container with a writable root filesystem: NVIDIA's runtime adds its libraries and a list of them. */
function container(k8s: KubernetesKinds, image: string): Container {
  const { readOnlyRootFilesystem: _, ...locked } = LOCKED_CONTAINER;
  return {
    name: NVIDIA_DEVICE_PLUGIN,
    image,
    env: [{ name: 'FAIL_ON_INIT_ERROR', value: 'false' }],
    resources: needs(k8s, { cpu: '10m', memory: '64Mi' }),
    securityContext: locked,
    volumeMounts: [{ name: 'plugins', mountPath: PLUGIN_FOLDER }],
  };
}
