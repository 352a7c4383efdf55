import { addCsiController, addCsiNode, CSI_SOCKET } from '../../addons/catalogue/csi-objects';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import { CONFIG_MOUNTS, CONFIG_VOLUMES } from './cloud-config';
import type { AzureDiskSettings } from './disk-settings';

/** Name of the driver in storage classes and volumes. */
export const AZURE_DISK_DRIVER = 'disk.csi.azure.com';

const NAME = 'azuredisk-csi';
/** Health ports; pods on the host network share ports. */
const PORTS = { controller: 29602, node: 29603 };
const METRICS = { controller: '127.0.0.1:29604', node: '127.0.0.1:29605' };
const ENDPOINT = `--endpoint=unix://${CSI_SOCKET}`;
const NODE_RIGHTS = [
  // The driver reads the zone from the node's labels and removes the taint that waits for it.
  { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'patch'] },
  { apiGroups: ['storage.k8s.io'], resources: ['csinodes'], verbs: ['get'] },
];

/**
 * Returns the controller, which creates, attaches and expands disks.
 *
 * It runs on control plane machines, whose identity has the permissions, and on the host network, because Azure issues the
 * identity's tokens only there.
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

/** Returns the node pods, which mount disks. */
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
