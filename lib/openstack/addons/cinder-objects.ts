import { addCsiController, addCsiNode, CSI_SOCKET } from '../../addons/catalogue/csi-objects';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import type { CinderNodeAccess } from './cinder-node-access';
import type { CinderSettings } from './cinder-settings';
import { CLOUD_CONF_PATH, cloudMounts, cloudVolumes } from './cloud-access';

/** Name of the driver, as in storage classes and volumes. */
export const CINDER_DRIVER = 'cinder.csi.openstack.org';

const NAME = 'cinder-csi';
const CONTROLLER_ARGS = [`--cloud-config=${CLOUD_CONF_PATH}`];

/** Renders the controller that creates, attaches and expands volumes. */
export function cinderController(settings: CinderSettings, cluster: string): readonly Manifest[] {
  const inputs = [`${NAME}-controller`, settings];
  return namedManifests(inputs, { cluster }, (chart, k8s, marks) =>
    addCsiController(chart, k8s, driverOf(settings), {
      ...plugin(settings, marks.cluster, CONTROLLER_ARGS),
      mounts: cloudMounts(settings.plaintext),
      volumes: cloudVolumes(settings.configName, settings.plaintext),
    }),
  );
}

/** Renders the pods on every node that mount volumes. */
export function cinderNode(
  settings: CinderSettings,
  { args, mounts, volumes }: CinderNodeAccess,
  cluster: string,
): readonly Manifest[] {
  return namedManifests([`${NAME}-node`, settings], { cluster }, (chart, k8s, marks) =>
    addCsiNode(chart, k8s, driverOf(settings), {
      ...plugin(settings, marks.cluster, args),
      mounts,
      volumes,
    }),
  );
}

function driverOf({ images, snapshots }: CinderSettings) {
  return { name: NAME, driver: CINDER_DRIVER, images, snapshots };
}

function plugin({ images, topology }: CinderSettings, cluster: string, args: readonly string[]) {
  return {
    name: 'cinder-csi-plugin',
    image: images.plugin,
    args: [
      '/bin/cinder-csi-plugin',
      `--endpoint=unix://${CSI_SOCKET}`,
      ...args,
      ...(topology ? [] : ['--with-topology=false']),
      `--cluster=${cluster}`,
    ],
  };
}
