import { addonImages, within } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import { addCloudController } from '../../addons/catalogue/cloud-controller';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { type ExtraArgs, withExtraArgs } from '../../addons/catalogue/extra-args';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import { knownRelease } from '../../cluster/model/known-image';
import { CLOUD_CONFIG } from '../render/registration';
import type { AzureAddonContext } from './addon-context';
import { CONFIG_MOUNTS, CONFIG_VOLUMES } from './cloud-config';
import { addCloudNodeManager } from './cloud-node-manager';
import { AZURE_IMAGES } from './images';

/** Images of {@link Addon.azureCloudControllerManager}, such as mirrored ones. */
export interface AzureCloudImages {
  /**
   * Image of the controller. The tag defaults to `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes/azure-cloud-controller-manager`, in `oss/v2` since Kubernetes 1.34
   */
  readonly controller?: string;
  /**
   * Image of the cloud node manager. The tag defaults to `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes/azure-cloud-node-manager`, in `oss/v2` since Kubernetes 1.34
   */
  readonly nodeManager?: string;
}

/** Options of {@link Addon.azureCloudControllerManager}. */
export interface AzureCloudControllerManagerOptions extends DeliveryOptions {
  /**
   * Release of the Azure cloud provider.
   *
   * @default - a release for the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Images of the controller and the cloud node manager.
   *
   * @default - the released images
   */
  readonly images?: AzureCloudImages;
  /**
   * Command-line arguments of the controller by name without dashes. They override derived arguments.
   *
   * @default - only the derived arguments
   */
  readonly extraArgs?: ExtraArgs;
}

/** Name of the addon. */
export const AZURE_CLOUD_CONTROLLER_MANAGER = 'azure-cloud-controller-manager';

/** The controller watches EndpointSlices for load balancers that forward only to nodes with endpoints. */
const RIGHTS = [
  {
    apiGroups: ['discovery.k8s.io'],
    resources: ['endpointslices'],
    verbs: ['get', 'list', 'watch'],
  },
];
const CLOUD = { kind: 'azure', part: 'cloud-controller-manager' } as const;
const KNOWN_IMAGES = {
  controller: AZURE_IMAGES.cloudControllerManager,
  nodeManager: AZURE_IMAGES.cloudNodeManager,
} as const;

/** Describes the Azure cloud controller manager, which uses the identity of the control plane machines. */
export function describeAzureCloudControllerManager(
  options: AzureCloudControllerManagerOptions,
): DescribeAddon {
  return cloudAddon(AZURE_CLOUD_CONTROLLER_MANAGER, CLOUD, (context: AzureAddonContext) => {
    const version = plainRelease(
      options.version ??
        knownRelease(AZURE_IMAGES.cloudControllerManager, context.kubernetesVersion),
    );
    const { images, given } = addonImages(context, KNOWN_IMAGES, options.images, {
      controller: version,
      nodeManager: version,
    });
    const { extraArgs } = options;
    const pods = context.podCidrs.join(',');
    const inputs = [AZURE_CLOUD_CONTROLLER_MANAGER, images, extraArgs, pods];
    const documents = namedManifests(
      inputs,
      { clusterName: context.name },
      (chart, k8s, { clusterName }) => {
        addCloudController(chart, k8s, {
          name: AZURE_CLOUD_CONTROLLER_MANAGER,
          image: images.controller,
          args: withExtraArgs(managerArgs(clusterName, pods), extraArgs),
          rights: RIGHTS,
          mounts: CONFIG_MOUNTS,
          volumes: CONFIG_VOLUMES,
        });
      },
    );
    const nodeManager = namedManifests(
      ['cloud-node-manager', images.nodeManager],
      {},
      (chart, k8s) => addCloudNodeManager(chart, k8s, images.nodeManager),
    );
    const entries = [
      { key: 'manager', documents },
      { key: 'node-manager', documents: nodeManager },
    ];
    return {
      type: AZURE_CLOUD_CONTROLLER_MANAGER,
      strategy: 'Reconcile',
      version,
      skew: { older: 1, newer: 0, imageProp: 'images.controller' },
      images: within('images', given),
      payload: [{ kind: 'configMap', suffix: '', entries }],
    };
  });
}

function managerArgs(clusterName: string, podCidrs: string): readonly string[] {
  return [
    '--cloud-provider=azure',
    `--cloud-config=${CLOUD_CONFIG}`,
    `--cluster-name=${clusterName}`,
    // The cloud node manager initializes nodes.
    '--controllers=*,-cloud-node',
    '--allocate-node-cidrs=true',
    `--cluster-cidr=${podCidrs}`,
    // The CNI routes pod traffic.
    '--configure-cloud-routes=false',
    '--use-service-account-credentials=false',
    '--bind-address=127.0.0.1',
  ];
}
