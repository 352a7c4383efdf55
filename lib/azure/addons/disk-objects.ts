import { addCsiController, addCsiNode, CSI_SOCKET } from '../../addons/catalogue/csi-objects';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import { CONFIG_MOUNTS, CONFIG_VOLUMES } from './cloud-config';
import type { AzureDiskSettings } from './disk-settings';

/** Name of the driver, by which storage classes and volumes know it. */
export const AZURE_DISK_DRIVER = 'disk.csi.azure.com';

const NAME = 'azuredisk-csi';
/** Pods on the network of the machine share its ports with each other. */
const PORTS = { controller: 29602, node: 29603 };
const METRICS = { controller: '127.0.0.1:29604', node: '127.0.0.1:29605' };
const ENDPOINT = `--endpoint=unix://${CSI_SOCKET}`;
const NODE_RIGHTS = [
  // A node is told of its zone by its labels, and loses the taint with which it waits for the driver.
  { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'patch'] },
  { apiGroups: ['storage.k8s.io'], resources: ['csinodes'], verbs: ['get'] },
];

/**
 * Controller that makes, attaches and grows disks, on machines of the control plane, whose identity has the rights, and on their
 * network, on which alone Azure gives out the tokens of that identity.
 */
export function diskController(settings: AzureDiskSettings): readonly Manifest[] {
  return namedManifests([`${NAME}-controller`, settings], {}, (chart, k8s) =>
    addCsiController(chart, k8s, driverOf(settings), {
      name: 'azuredisk',
      image: settings.images.plugin,
      args: [
        ENDPOINT,
        `--metrics-address=${METRICS.controller}`,
        '--allow-empty-cloud-config=false',
      ],
      mounts: CONFIG_MOUNTS,
      volumes: CONFIG_VOLUMES,
      healthPort: PORTS.controller,
      pod: {
        hostNetwork: true,
        dnsPolicy: 'ClusterFirstWithHostNet',
        nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
      },
    }),
  );
}

/** Pods on every node that mount disks. */
export function diskNode(settings: AzureDiskSettings): readonly Manifest[] {
  return namedManifests([`${NAME}-node`, settings], {}, (chart, k8s) =>
    addCsiNode(chart, k8s, driverOf(settings), {
      name: 'azuredisk',
      image: settings.images.plugin,
      args: [
        ENDPOINT,
        '--nodeid=$(KUBE_NODE_NAME)',
        `--metrics-address=${METRICS.node}`,
        '--enable-perf-optimization=true',
        '--allow-empty-cloud-config=true',
      ],
      env: [
        {
          name: 'KUBE_NODE_NAME',
          valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
        },
      ],
      mounts: [],
      volumes: [],
      healthPort: PORTS.node,
      rights: NODE_RIGHTS,
    }),
  );
}

function driverOf({ images, snapshots }: AzureDiskSettings) {
  return { name: NAME, driver: AZURE_DISK_DRIVER, images, snapshots };
}
