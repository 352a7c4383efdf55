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

/** Controller that makes, attaches and grows volumes; it asks the API of Hetzner Cloud where its own machine is. */
export function csiController(settings: HCloudCsiSettings): readonly Manifest[] {
  return scratchManifests([`${NAME}-controller`, settings], (chart, k8s) =>
    addCsiController(chart, k8s, driverOf(settings), {
      ...plugin(settings),
      args: ['-controller'],
      env: [...ENV, tokenVariable(settings.token)],
    }),
  );
}

/** Pods on every node that mount volumes; they hold no token. */
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
    // Volumes of Hetzner Cloud have no snapshots.
    snapshots: false,
    provisionerArgs: ['--feature-gates=Topology=true', '--extra-create-metadata'],
  };
}

function plugin({ images }: HCloudCsiSettings) {
  return { name: 'hcloud-csi-driver', image: images.driver, mounts: [], volumes: [] };
}
