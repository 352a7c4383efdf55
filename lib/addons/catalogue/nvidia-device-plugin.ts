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
   * Handler of containerd that gives containers the graphics processors; it becomes a runtime class of that name.
   *
   * @default - the node's usual handler, which the image must have set up for it
   */
  readonly runtimeHandler?: string;
  /**
   * Image of the device plugin, such as one of a mirror; without a tag it gets that of the `version`.
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

/** Name that the user gives the addon by choosing it. */
export const NVIDIA_DEVICE_PLUGIN = 'nvidia-device-plugin';

const NAMESPACE = 'kube-system';
const PLUGIN_FOLDER = '/var/lib/kubelet/device-plugins';

/** Describes the device plugin of NVIDIA. */
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

/** The root folder stays writable: NVIDIA's runtime puts its libraries into it, and a list of them. */
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
