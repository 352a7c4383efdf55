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
import { machineFamilies } from '../model/surroundings';
import { ACCOUNT_SECRET, type AccountAccessOptions, accountPayload } from './account-access';
import type { VSphereAddonContext } from './addon-context';
import { VSPHERE_IMAGES } from './images';
import { datacentersOf, settingsMap, zoneCategories } from './settings-map';

/** Options of {@link Addon.vSphereCloudControllerManager}. */
export interface VSphereCloudControllerOptions extends AccountAccessOptions, DeliveryOptions {
  /**
   * Release of the vSphere cloud provider.
   *
   * @default - the first release for the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Image of the controller, for example from a mirror. Without a tag it gets the tag of the `version`.
   *
   * @default - `registry.k8s.io/cloud-pv-vsphere/cloud-provider-vsphere`
   */
  readonly image?: string;
  /**
   * Command-line arguments by name, without dashes. They override the derived ones.
   *
   * @default - only the derived arguments
   */
  readonly extraArgs?: ExtraArgs;
}

/** Name of the addon. */
export const VSPHERE_CLOUD_CONTROLLER = 'vsphere-cloud-controller-manager';

const CLOUD = { kind: 'vsphere', part: 'cloud-controller-manager' } as const;
const CONFIG_NAME = 'vsphere-cloud-config';
const CONFIG_FOLDER = '/etc/cloud';
const CONFIG_KEY = 'vsphere.conf';
const ACCOUNT_FOLDER = '/etc/vsphere-account';
/** Describes the vSphere cloud controller manager. */
export function describeVSphereCloudController(
  options: VSphereCloudControllerOptions,
): DescribeAddon {
  return cloudAddon(VSPHERE_CLOUD_CONTROLLER, CLOUD, (context: VSphereAddonContext) => {
    const version = plainRelease(
      options.version ??
        knownRelease(VSPHERE_IMAGES.cloudControllerManager, context.kubernetesVersion),
    );
    const { image, images } = addonImage(
      context,
      VSPHERE_IMAGES.cloudControllerManager,
      options,
      version,
    );
    const { extraArgs } = options;
    const documents = [
      ...settingsMap(CONFIG_NAME, { [CONFIG_KEY]: controllerConfig(context) }),
      ...managerObjects({ image, extraArgs }, context.cloud.server),
    ];
    return {
      type: VSPHERE_CLOUD_CONTROLLER,
      skew: { older: 1, newer: 0, imageProp: 'image' },
      strategy: 'Reconcile',
      version,
      images,
      payload: [
        accountPayload(context, options),
        { kind: 'configMap', suffix: '', entries: [{ key: 'manager', documents }] },
      ],
    };
  });
}

/** Returns the settings of the controller as JSON, which is valid YAML. The account comes from files in a folder. */
function controllerConfig({ cloud, network }: VSphereAddonContext): string {
  const { server, thumbprint } = cloud;
  const datacenters = datacentersOf(cloud);
  const families = machineFamilies(network) ?? [4];
  const labels = zoneCategories(cloud);
  const config = {
    global: {
      port: 443,
      secretsDirectory: ACCOUNT_FOLDER,
      ipFamily: families.map((family) => `ipv${family}`),
      ...(thumbprint === undefined ? { insecureFlag: true } : { thumbprint }),
    },
    vcenter: { [server]: { server, ...(datacenters.length > 0 && { datacenters }) } },
    ...(labels && { labels }),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

interface ManagerSettings {
  readonly image: string;
  readonly extraArgs: ExtraArgs | undefined;
}

function managerObjects(settings: ManagerSettings, server: string): readonly Manifest[] {
  const { image, extraArgs } = settings;
  const inputs = [VSPHERE_CLOUD_CONTROLLER, settings];
  return namedManifests(inputs, { server }, (chart, k8s, marks) =>
    addCloudController(chart, k8s, {
      name: VSPHERE_CLOUD_CONTROLLER,
      image,
      args: withExtraArgs(MANAGER_ARGS, extraArgs),
      mounts: [
        { name: 'cloud-config', mountPath: CONFIG_FOLDER, readOnly: true },
        { name: ACCOUNT_SECRET, mountPath: ACCOUNT_FOLDER, readOnly: true },
      ],
      volumes: [
        { name: 'cloud-config', configMap: { name: CONFIG_NAME } },
        {
          name: ACCOUNT_SECRET,
          secret: {
            secretName: ACCOUNT_SECRET,
            // The controller derives the vCenter of an account from the file names.
            items: [
              { key: 'username', path: `${marks.server}.username` },
              { key: 'password', path: `${marks.server}.password` },
            ],
          },
        },
      ],
    }),
  );
}

const MANAGER_ARGS = [
  '--cloud-provider=vsphere',
  `--cloud-config=${CONFIG_FOLDER}/${CONFIG_KEY}`,
  '--use-service-account-credentials=false',
  '--bind-address=127.0.0.1',
];
