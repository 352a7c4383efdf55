import { addonImage } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import { addCloudController } from '../../addons/catalogue/cloud-controller';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { type ExtraArgs, withExtraArgs } from '../../addons/catalogue/extra-args';
import type { Container } from '../../addons/catalogue/pod-hardening';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import { parseCidrs } from '../../base/cidr';
import { knownRelease } from '../../cluster/model/known-image';
import type { HetznerRegion } from '../model/region';
import type { HetznerAddonContext } from './addon-context';
import { HETZNER_IMAGES } from './images';
import { type TokenAccessOptions, tokenAccess, tokenVariable } from './token-access';

/** Options of {@link Addon.hcloudCloudControllerManager}. */
export interface HCloudCloudControllerManagerOptions extends TokenAccessOptions, DeliveryOptions {
  /**
   * Release of the cloud controller manager, which does not follow Kubernetes versions.
   *
   * @default - the release that the library knows
   */
  readonly version?: string;
  /**
   * Image of the controller, for example from a mirror. Without a tag it gets the tag of the `version`.
   *
   * @default - `docker.io/hetznercloud/hcloud-cloud-controller-manager`
   */
  readonly image?: string;
  /**
   * Region of the load balancers for Services that do not set one by annotation.
   *
   * @default - the first region of the control plane
   */
  readonly loadBalancerRegion?: HetznerRegion;
  /**
   * Command-line arguments by name, without dashes. They override the derived ones.
   *
   * @default - only the derived arguments
   */
  readonly extraArgs?: ExtraArgs;
}

/** Name of the addon. */
export const HCLOUD_CLOUD_CONTROLLER_MANAGER = 'hcloud-cloud-controller-manager';

const CLOUD = { kind: 'hetzner', part: 'cloud-controller-manager' } as const;

const MANAGER_ARGS = [
  '--cloud-provider=hcloud',
  '--allow-untagged-cloud',
  // The CNI routes the traffic of pods.
  '--configure-cloud-routes=false',
  '--use-service-account-credentials=false',
  '--bind-address=127.0.0.1',
  '--webhook-secure-port=0',
];

type Env = NonNullable<Container['env']>;

/** Describes the cloud controller manager of Hetzner Cloud. */
export function describeHCloudCloudControllerManager(
  options: HCloudCloudControllerManagerOptions,
): DescribeAddon {
  return cloudAddon(HCLOUD_CLOUD_CONTROLLER_MANAGER, CLOUD, (context: HetznerAddonContext) => {
    const version = plainRelease(
      options.version ??
        knownRelease(HETZNER_IMAGES.cloudControllerManager, context.kubernetesVersion),
    );
    const chosen = addonImage(context, HETZNER_IMAGES.cloudControllerManager, options, version);
    const { image, images } = chosen;
    const { extraArgs } = options;
    const { token, payload } = tokenAccess(context, options);
    const env = [...settings(context, options)];
    const documents = namedManifests(
      [HCLOUD_CLOUD_CONTROLLER_MANAGER, image, extraArgs, env, isPrivate(context)],
      { clusterName: context.name, tokenName: token.name, tokenKey: token.key },
      (chart, k8s, { clusterName, tokenName, tokenKey }) =>
        addCloudController(chart, k8s, {
          name: HCLOUD_CLOUD_CONTROLLER_MANAGER,
          image,
          args: withExtraArgs(MANAGER_ARGS, extraArgs),
          env: [
            tokenVariable({ name: tokenName, key: tokenKey }),
            ...env,
            // The provider names the network after its cluster.
            ...(isPrivate(context) ? [{ name: 'HCLOUD_NETWORK', value: clusterName }] : []),
          ],
          mounts: [],
          volumes: [],
        }),
    );
    return {
      type: HCLOUD_CLOUD_CONTROLLER_MANAGER,
      strategy: 'Reconcile',
      version,
      images,
      payload: [
        ...payload,
        { kind: 'configMap', suffix: '', entries: [{ key: 'manager', documents }] },
      ],
    };
  });
}

/** Returns the settings that contain neither the name of the cluster nor the token. */
function settings(
  context: HetznerAddonContext,
  { loadBalancerRegion }: HCloudCloudControllerManagerOptions,
): Env {
  const region = loadBalancerRegion ?? context.controlPlaneRegions[0];
  return [
    { name: 'HCLOUD_INSTANCES_ADDRESS_FAMILY', value: addressFamily(context) },
    ...(region === undefined ? [] : [{ name: 'HCLOUD_LOAD_BALANCERS_LOCATION', value: region }]),
    ...(isPrivate(context)
      ? [
          { name: 'HCLOUD_LOAD_BALANCERS_USE_PRIVATE_IP', value: 'true' },
          { name: 'HCLOUD_NETWORK_ROUTES_ENABLED', value: 'false' },
        ]
      : []),
    // Zones would be names of datacenters, which Hetzner no longer reports; failure domains are regions.
    { name: 'HCLOUD_INSTANCES_ZONE_LABEL_ENABLED', value: 'false' },
    // The pod uses the network of the host, which is open to the internet.
    { name: 'HCLOUD_METRICS_ENABLED', value: 'false' },
  ];
}

/** Returns the address families of nodes, which are those of the pods. */
function addressFamily({ podCidrs }: HetznerAddonContext): 'ipv4' | 'ipv6' | 'dualstack' {
  const families = new Set(parseCidrs(podCidrs).map(({ family }) => family));
  if (!families.has(6)) return 'ipv4';
  return families.has(4) ? 'dualstack' : 'ipv6';
}

function isPrivate({ network }: HetznerAddonContext): boolean {
  return network.kind === 'managed';
}
