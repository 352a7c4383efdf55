import { addonImage } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import { addCloudController } from '../../addons/catalogue/cloud-controller';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { type ExtraArgs, withExtraArgs } from '../../addons/catalogue/extra-args';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import { knownRelease } from '../../cluster/model/known-image';
import type { AwsAddonContext } from './addon-context';
import { AWS_IMAGES } from './images';

/** Options of {@link Addon.awsCloudControllerManager}. */
export interface AwsCloudControllerManagerOptions extends DeliveryOptions {
  /**
   * Release of the AWS cloud provider.
   *
   * @default - the first release for the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Image of the controller, such as a mirrored one. The tag defaults to `version`.
   *
   * @default - `registry.k8s.io/provider-aws/cloud-controller-manager`
   */
  readonly image?: string;
  /**
   * Command-line arguments by name without dashes. They override derived arguments.
   *
   * @default - only the derived arguments
   */
  readonly extraArgs?: ExtraArgs;
}

/** Name of the addon. */
export const AWS_CLOUD_CONTROLLER_MANAGER = 'aws-cloud-controller-manager';

const CLOUD = { kind: 'aws', part: 'cloud-controller-manager' } as const;

/** Describes the AWS cloud controller manager, which uses the permissions of the control plane's instance profile. */
export function describeAwsCloudControllerManager(
  options: AwsCloudControllerManagerOptions,
): DescribeAddon {
  return cloudAddon(AWS_CLOUD_CONTROLLER_MANAGER, CLOUD, (context: AwsAddonContext) => {
    const version = plainRelease(
      options.version ?? knownRelease(AWS_IMAGES.cloudControllerManager, context.kubernetesVersion),
    );
    const { image, images } = addonImage(
      context,
      AWS_IMAGES.cloudControllerManager,
      options,
      version,
    );
    const { extraArgs } = options;
    const inputs = [AWS_CLOUD_CONTROLLER_MANAGER, image, extraArgs, context.cloud.region];
    const documents = namedManifests(
      inputs,
      { clusterName: context.name },
      (chart, k8s, { clusterName }) =>
        addCloudController(chart, k8s, {
          name: AWS_CLOUD_CONTROLLER_MANAGER,
          image,
          args: withExtraArgs(managerArgs(clusterName), extraArgs),
          env: [{ name: 'AWS_REGION', value: context.cloud.region }],
          mounts: [],
          volumes: [],
        }),
    );
    return {
      type: AWS_CLOUD_CONTROLLER_MANAGER,
      strategy: 'Reconcile',
      version,
      skew: { older: 1, newer: 0, imageProp: 'image' },
      images,
      payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'manager', documents }] }],
    };
  });
}

function managerArgs(clusterName: string): readonly string[] {
  return [
    '--cloud-provider=aws',
    `--cluster-name=${clusterName}`,
    // The CNI routes pod traffic.
    '--configure-cloud-routes=false',
    '--use-service-account-credentials=false',
    '--bind-address=127.0.0.1',
  ];
}
