import { addCsiController, addCsiNode, CSI_SOCKET } from '../../addons/catalogue/csi-objects';
import {
  type Container,
  LOCKED_CONTAINER,
  needs,
  SCRATCH_MOUNT,
} from '../../addons/catalogue/pod-hardening';
import { type KubernetesKinds, scratchManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import { ACCOUNT_SECRET, ADDON_NAMESPACE } from './account-access';
import {
  CSI_CONTROLLER_OWN_RIGHTS,
  CSI_CONTROLLER_RIGHTS,
  CSI_NODE_OWN_RIGHTS,
  CSI_NODE_RIGHTS,
} from './csi-rules';
import {
  CSI_CONFIG,
  CSI_FEATURES,
  VSPHERE_CSI_DRIVER,
  type VSphereCsiSettings,
} from './csi-settings';

const NAME = 'vsphere-csi';
/** Most volumes of a virtual machine besides its boot disk: four controllers with 15 disks each, minus one. */
const MOST_VOLUMES = '59';
const FEATURE_ARGS = [`--fss-name=${CSI_FEATURES}`, `--fss-namespace=${ADDON_NAMESPACE}`];
const CONFIG_MOUNT = { name: 'config', mountPath: CSI_CONFIG.folder, readOnly: true };

type Env = NonNullable<Container['env']>;

/** Returns the manifests of the controller that creates, attaches and expands volumes. */
export function csiController(settings: VSphereCsiSettings): readonly Manifest[] {
  return scratchManifests([`${NAME}-controller`, settings], (chart, k8s) =>
    addCsiController(chart, k8s, driverOf(settings), {
      ...plugin(settings, [
        { name: 'X_CSI_MODE', value: 'controller' },
        { name: 'X_CSI_SERIAL_VOL_ACCESS_TIMEOUT', value: '3m' },
        ...ACCOUNT_ENV,
      ]),
      mounts: [CONFIG_MOUNT],
      volumes: [{ name: 'config', configMap: { name: CSI_CONFIG.name } }],
      pod: {
        dnsPolicy: 'Default',
        nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
      },
      others: [syncer(k8s, settings)],
      rights: CSI_CONTROLLER_RIGHTS,
      ownRights: CSI_CONTROLLER_OWN_RIGHTS,
    }),
  );
}

/** Returns the manifests of the node pods that mount volumes. They have no account. */
export function csiNode(settings: VSphereCsiSettings): readonly Manifest[] {
  return scratchManifests([`${NAME}-node`, settings], (chart, k8s) =>
    addCsiNode(chart, k8s, driverOf(settings), {
      ...plugin(settings, [
        { name: 'X_CSI_MODE', value: 'node' },
        { name: 'X_CSI_SPEC_REQ_VALIDATION', value: 'false' },
        { name: 'MAX_VOLUMES_PER_NODE', value: MOST_VOLUMES },
        { name: 'NODEGETINFO_WATCH_TIMEOUT_MINUTES', value: '1' },
        { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      ]),
      mounts: [
        { name: 'blocks', mountPath: '/sys/block' },
        { name: 'sys-devices', mountPath: '/sys/devices' },
      ],
      volumes: [
        { name: 'blocks', hostPath: { path: '/sys/block', type: 'Directory' } },
        { name: 'sys-devices', hostPath: { path: '/sys/devices', type: 'Directory' } },
      ],
      rights: CSI_NODE_RIGHTS,
      ownRights: CSI_NODE_OWN_RIGHTS,
    }),
  );
}

function driverOf({ images, snapshots, topology }: VSphereCsiSettings) {
  return {
    name: NAME,
    driver: VSPHERE_CSI_DRIVER,
    images,
    snapshots,
    provisionerArgs: topology ? ['--feature-gates=Topology=true', '--strict-topology'] : [],
  };
}

function plugin({ images }: VSphereCsiSettings, env: Env) {
  return {
    name: 'vsphere-csi-driver',
    image: images.driver,
    args: FEATURE_ARGS,
    env: [
      { name: 'CSI_ENDPOINT', value: `unix://${CSI_SOCKET}` },
      { name: 'X_CSI_SPEC_DISABLE_LEN_CHECK', value: 'true' },
      ...COMMON_ENV,
      ...env,
    ],
  };
}

const COMMON_ENV: Env = [
  { name: 'CSI_NAMESPACE', value: ADDON_NAMESPACE },
  { name: 'LOGGER_LEVEL', value: 'PRODUCTION' },
];

/** Settings and account of the containers that access the vCenter. The variables override the settings, which hold no account. */
const ACCOUNT_ENV: Env = [
  { name: 'VSPHERE_CSI_CONFIG', value: `${CSI_CONFIG.folder}/${CSI_CONFIG.key}` },
  { name: 'VSPHERE_USER', valueFrom: { secretKeyRef: { name: ACCOUNT_SECRET, key: 'username' } } },
  {
    name: 'VSPHERE_PASSWORD',
    valueFrom: { secretKeyRef: { name: ACCOUNT_SECRET, key: 'password' } },
  },
];

/** Returns the container that synchronizes volume metadata between the cluster and the vCenter. */
function syncer(k8s: KubernetesKinds, { images }: VSphereCsiSettings): Container {
  return {
    name: 'vsphere-syncer',
    image: images.syncer,
    args: ['--leader-election', ...FEATURE_ARGS],
    env: [{ name: 'FULL_SYNC_INTERVAL_MINUTES', value: '30' }, ...COMMON_ENV, ...ACCOUNT_ENV],
    resources: needs(k8s, { cpu: '10m', memory: '64Mi' }),
    securityContext: LOCKED_CONTAINER,
    volumeMounts: [SCRATCH_MOUNT, CONFIG_MOUNT],
  };
}
