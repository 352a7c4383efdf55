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

/** Images of {@link Addon.azureCloudControllerManager}, such as those of a mirror. */
export interface AzureCloudImages {
  /**
   * Image of the controller; without a tag it gets that of the `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes/azure-cloud-controller-manager`, from Kubernetes 1.34 on in `oss/v2`
   */
  readonly controller?: string;
  /**
   * Image of the manager on each node; without a tag it gets that of the `version`.
   *
   * @default - `mcr.microsoft.com/oss/kubernetes/azure-cloud-node-manager`, from Kubernetes 1.34 on in `oss/v2`
   */
  readonly nodeManager?: string;
}

/** Options of {@link Addon.azureCloudControllerManager}. */
export interface AzureCloudControllerManagerOptions extends DeliveryOptions {
  /**
   * Release of the cloud provider for Azure.
   *
   * @default - one of the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Images of the controller and of the manager on each node.
   *
   * @default - the released ones
   */
  readonly images?: AzureCloudImages;
  /**
   * Arguments of the controller by their names without dashes, over those that are derived.
   *
   * @default - the derived arguments alone
   */
  readonly extraArgs?: ExtraArgs;
}

/** Name that the user gives the addon by choosing it. */
export const AZURE_CLOUD_CONTROLLER_MANAGER = 'azure-cloud-controller-manager';

/** It watches where the pods of Services are, for load balancers that pass on to these nodes alone. */
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

/** Describes the cloud controller manager for Azure, whose rights are those of the control plane's machines. */
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
    // Nodes are initialised by the manager on each of them.
    '--controllers=*,-cloud-node',
    '--allocate-node-cidrs=true',
    `--cluster-cidr=${podCidrs}`,
    // Pods are reached through the network plugin.
    '--configure-cloud-routes=false',
    '--use-service-account-credentials=false',
    '--bind-address=127.0.0.1',
  ];
}
