import { addCsiController, addCsiNode, CSI_SOCKET } from '../../addons/catalogue/csi-objects';
import type { Container } from '../../addons/catalogue/pod-hardening';
import { scratchManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import { HCLOUD_CSI_DRIVER, type HCloudCsiSettings } from './csi-settings';
import { tokenVariable } from './token-access';

const NAME = 'hcloud-csi';

const ENV: NonNullable<Container['env']> = [
  { name: 'CSI_ENDPOINT', value: `unix://${CSI_SOCKET}` },
  { name: 'ENABLE_METRICS', value: 'false' },
  { name: 'KUBE_NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
];

/** Returns the manifests of the controller for volumes. It gets the location of its own machine from the Hetzner Cloud API. */
export function csiController(settings: HCloudCsiSettings): readonly Manifest[] {
  return scratchManifests([`${NAME}-controller`, settings], (chart, k8s) =>
    addCsiController(chart, k8s, driverOf(settings), {
      ...plugin(settings),
      args: ['-controller'],
      env: [...ENV, tokenVariable(settings.token)],
    }),
  );
}

/** Returns the manifests of the node pods that mount volumes. They have no token. */
export function csiNode(settings: HCloudCsiSettings): readonly Manifest[] {
  return scratchManifests([`${NAME}-node`, settings], (chart, k8s) =>
    addCsiNode(chart, k8s, driverOf(settings), {
      ...plugin(settings),
      args: ['-node'],
      env: ENV,
    }),
  );
}

function driverOf({ images }: HCloudCsiSettings) {
  return {
    name: NAME,
    driver: HCLOUD_CSI_DRIVER,
    images,
    // Hetzner Cloud volumes have no snapshots.
    snapshots: false,
    provisionerArgs: ['--feature-gates=Topology=true', '--extra-create-metadata'],
  };
}

function plugin({ images }: HCloudCsiSettings) {
  return { name: 'hcloud-csi-driver', image: images.driver, mounts: [], volumes: [] };
}
