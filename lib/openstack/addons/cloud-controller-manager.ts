import { addonImage } from '../../addons/catalogue/addon-image';
import type { DescribeAddon } from '../../addons/catalogue/addon-parts';
import { plainRelease } from '../../addons/catalogue/addon-version';
import { cloudAddon } from '../../addons/catalogue/cloud-addon';
import type { DeliveryOptions } from '../../addons/catalogue/delivery';
import { type ExtraArgs, withExtraArgs } from '../../addons/catalogue/extra-args';
import { LOCKED_CONTAINER, NON_ROOT_POD, needs } from '../../addons/catalogue/pod-hardening';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import { addServiceAccount, RBAC_GROUP } from '../../addons/catalogue/service-account';
import { BOOTSTRAP_TOLERATIONS } from '../../addons/catalogue/tolerations';
import type { Manifest } from '../../base/manifest';
import { knownRelease } from '../../cluster/model/images';
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

/** Options of {@link Addon.openStackCloudControllerManager}. */
export interface CloudControllerManagerOptions extends CloudAccessOptions, DeliveryOptions {
  /**
   * Release of the OpenStack cloud provider.
   *
   * @default - the first of the cluster's Kubernetes minor version
   */
  readonly version?: string;
  /**
   * Image of the controller, such as one of a mirror; without a tag it gets that of the `version`.
   *
   * @default - `registry.k8s.io/provider-os/openstack-cloud-controller-manager`
   */
  readonly image?: string;
  /**
   * Name that tells the cluster's load balancers from those of others in the project.
   *
   * @default - the cluster's name
   */
  readonly clusterName?: string;
  /**
   * Octavia driver that makes the load balancers of Services.
   *
   * With `ovn` connections are spread by `SOURCE_IP_PORT`, the one way that it knows.
   *
   * @default - the driver of the API server's load balancer, or the cloud's
   */
  readonly loadBalancerProvider?: string;
  /**
   * Sections of `cloud.conf` and their keys, over those that are derived.
   *
   * An external network that is found by tags alone is not in it; name it here.
   *
   * @default - `Networking` and `LoadBalancer` with the cloud's external network and the driver
   */
  readonly cloudConf?: CloudConf;
  /**
   * Arguments of the program by their names without dashes, over those that are derived.
   *
   * @default - the derived arguments alone
   */
  readonly extraArgs?: ExtraArgs;
}

/** Name that the user gives the addon by choosing it. */
export const CLOUD_CONTROLLER_MANAGER = 'openstack-cloud-controller-manager';

const CLOUD = { kind: 'openstack', part: 'cloud-controller-manager' } as const;
const CONFIG_NAME = 'cloud-config';
const NAMESPACE = 'kube-system';
const LABELS = { 'app.kubernetes.io/name': CLOUD_CONTROLLER_MANAGER };
const SUBJECTS = [{ kind: 'ServiceAccount', name: CLOUD_CONTROLLER_MANAGER, namespace: NAMESPACE }];

/** Describes the OpenStack cloud controller manager. */
export function describeCloudControllerManager(
  options: CloudControllerManagerOptions,
): DescribeAddon {
  return cloudAddon(CLOUD_CONTROLLER_MANAGER, CLOUD, (context: OpenStackAddonContext) => {
    const version = plainRelease(
      options.version ?? knownRelease('cloudControllerManager', context.kubernetesVersion),
    );
    const { image, images } = addonImage(context, 'cloudControllerManager', options, version);
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
  return namedManifests(inputs, { clusterName }, (chart, k8s, marks) => {
    const metadata = { name: CLOUD_CONTROLLER_MANAGER, namespace: NAMESPACE, labels: LABELS };
    addServiceAccount(chart, k8s, metadata, { clusterWide: RULES });
    new k8s.KubeRoleBinding(chart, 'authentication', {
      metadata: { ...metadata, name: `${CLOUD_CONTROLLER_MANAGER}-authentication` },
      roleRef: {
        apiGroup: RBAC_GROUP,
        kind: 'Role',
        name: 'extension-apiserver-authentication-reader',
      },
      subjects: SUBJECTS,
    });
    new k8s.KubeDaemonSet(chart, 'manager', {
      metadata,
      spec: {
        selector: { matchLabels: LABELS },
        updateStrategy: { type: 'RollingUpdate' },
        template: {
          metadata: { labels: LABELS },
          spec: {
            serviceAccountName: CLOUD_CONTROLLER_MANAGER,
            securityContext: NON_ROOT_POD,
            hostNetwork: true,
            dnsPolicy: 'Default',
            priorityClassName: 'system-cluster-critical',
            nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
            tolerations: [...BOOTSTRAP_TOLERATIONS],
            containers: [
              {
                name: CLOUD_CONTROLLER_MANAGER,
                image,
                args: [
                  '/bin/openstack-cloud-controller-manager',
                  ...withExtraArgs(managerArgs(marks.clusterName), extraArgs),
                ],
                resources: needs(k8s, { cpu: '200m', memory: '64Mi' }),
                securityContext: LOCKED_CONTAINER,
                volumeMounts: cloudMounts(plaintext),
              },
            ],
            volumes: cloudVolumes(CONFIG_NAME, plaintext),
          },
        },
      },
    });
  });
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

const RULES = [
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch', 'update'] },
  {
    apiGroups: [''],
    resources: ['nodes'],
    verbs: ['get', 'list', 'watch', 'update', 'patch', 'delete'],
  },
  { apiGroups: [''], resources: ['nodes/status'], verbs: ['update', 'patch'] },
  {
    apiGroups: [''],
    resources: ['services'],
    verbs: ['get', 'list', 'watch', 'update', 'patch'],
  },
  { apiGroups: [''], resources: ['services/status'], verbs: ['update', 'patch'] },
];
