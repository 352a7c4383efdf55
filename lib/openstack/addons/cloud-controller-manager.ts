import { addonImage } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import { addCloudController } from '../../addons/catalogue/cloud-controller';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { type ExtraArgs, withExtraArgs } from '../../addons/catalogue/extra-args';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import { knownRelease } from '../../cluster/model/known-image';
import { CLOUD_CONF, CLOUD_CONTROLLER_NAME } from '../model/addon-facts';
import type { OpenStackAddonContext } from './addon-context';
import {
  CLOUD_CONF_PATH,
  type CloudAccessOptions,
  cloudAccess,
  cloudMounts,
  cloudVolumes,
} from './cloud-access';
import type { CloudConf } from './cloud-conf';
import { networkSections } from './cloud-sections';
import { OPENSTACK_IMAGES } from './images';

/** Options of {@link Addon.openStackCloudControllerManager}. */
export interface CloudControllerManagerOptions extends CloudAccessOptions, DeliveryOptions {
  /**
   * Release of the OpenStack cloud provider.
   *
   * @default - the first release for the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Image of the controller, such as one of a mirror; without a tag, it gets that of `version`.
   *
   * @default - `registry.k8s.io/provider-os/openstack-cloud-controller-manager`
   */
  readonly image?: string;
  /**
   * Name that distinguishes the cluster's load balancers from those of other clusters in the project.
   *
   * @default - the cluster's name
   */
  readonly clusterName?: string;
  /**
   * Octavia driver of the load balancers of Services.
   *
   * With `ovn`, the algorithm is `SOURCE_IP_PORT`, the only one that it supports.
   *
   * @default - the driver of the API server's load balancer, or that of the cloud
   */
  readonly loadBalancerProvider?: string;
  /**
   * Sections of `cloud.conf` and their keys, which override the derived ones.
   *
   * An external network that is looked up only by tags is not derived; name it here.
   *
   * @default - `Networking` and `LoadBalancer` with the cloud's external network and the driver
   */
  readonly cloudConf?: CloudConf;
  /**
   * Command-line arguments by name, without dashes, which override the derived ones.
   *
   * @default - only the derived arguments
   */
  readonly extraArgs?: ExtraArgs;
}

/** Type of the addon. */
export const CLOUD_CONTROLLER_MANAGER = 'openstack-cloud-controller-manager';

const CLOUD = { kind: 'openstack', part: 'cloud-controller-manager' } as const;
const CONFIG_NAME = 'cloud-config';

/** Describes the OpenStack cloud controller manager. */
export function describeCloudControllerManager(
  options: CloudControllerManagerOptions,
): DescribeAddon {
  return cloudAddon(CLOUD_CONTROLLER_MANAGER, CLOUD, (context: OpenStackAddonContext) => {
    const version = plainRelease(
      options.version ??
        knownRelease(OPENSTACK_IMAGES.cloudControllerManager, context.kubernetesVersion),
    );
    const { image, images } = addonImage(
      context,
      OPENSTACK_IMAGES.cloudControllerManager,
      options,
      version,
    );
    const clusterName = options.clusterName ?? context.name;
    const { extraArgs, cloudConf = {} } = options;
    const sections = networkSections(context, options);
    const { payload, objects, plaintext } = cloudAccess(context, {
      ...options,
      configName: CONFIG_NAME,
      sections,
    });
    const manager = managerObjects({ image, plaintext, extraArgs }, clusterName);
    return {
      type: CLOUD_CONTROLLER_MANAGER,
      skew: { older: 1, newer: 0, imageProp: 'image' },
      strategy: 'Reconcile',
      version,
      images,
      facts: {
        ...CLOUD_CONTROLLER_NAME.is(extraArgs?.['cluster-name'] ?? clusterName),
        ...CLOUD_CONF.is({ given: cloudConf, merged: sections }),
      },
      plaintextCredentials: plaintext,
      payload: [
        ...payload,
        {
          kind: 'configMap',
          suffix: '',
          entries: [{ key: 'manager', documents: [...objects, ...manager] }],
        },
      ],
    };
  });
}

interface ManagerSettings {
  readonly image: string;
  readonly plaintext: boolean;
  readonly extraArgs: ExtraArgs | undefined;
}

function managerObjects(settings: ManagerSettings, clusterName: string): readonly Manifest[] {
  const { image, plaintext, extraArgs } = settings;
  const inputs = [CLOUD_CONTROLLER_MANAGER, settings];
  return namedManifests(inputs, { clusterName }, (chart, k8s, marks) =>
    addCloudController(chart, k8s, {
      name: CLOUD_CONTROLLER_MANAGER,
      image,
      args: [
        '/bin/openstack-cloud-controller-manager',
        ...withExtraArgs(managerArgs(marks.clusterName), extraArgs),
      ],
      mounts: cloudMounts(plaintext),
      volumes: cloudVolumes(CONFIG_NAME, plaintext),
    }),
  );
}

function managerArgs(clusterName: string): readonly string[] {
  return [
    '--cloud-provider=openstack',
    `--cloud-config=${CLOUD_CONF_PATH}`,
    `--cluster-name=${clusterName}`,
    '--use-service-account-credentials=false',
    '--bind-address=127.0.0.1',
  ];
}
