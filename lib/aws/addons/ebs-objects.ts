import { addCsiController, addCsiNode, CSI_SOCKET } from '../../addons/catalogue/csi-objects';
import type { Container } from '../../addons/catalogue/pod-hardening';
import { namedManifests } from '../../addons/catalogue/scratch-chart';
import type { Manifest } from '../../base/manifest';
import type { CarriedSecret } from '../../secrets/model/cluster-secret';
import type { EbsSettings } from './ebs-settings';

/** Name of the driver in storage classes and volumes. */
export const EBS_DRIVER = 'ebs.csi.aws.com';

/** Secret of the workload cluster with a user's access keys. */
export const EBS_KEYS: CarriedSecret = Object.freeze({
  name: 'aws-secret',
  namespace: 'kube-system',
  keys: Object.freeze(['key_id', 'access_key']),
});

const NAME = 'ebs-csi';
/** Health port of the controller; pods on the host network share ports with the node pods. */
const CONTROLLER_HEALTH_PORT = 9809;
const ENDPOINT = `--endpoint=unix://${CSI_SOCKET}`;
const NODE_NAME = {
  name: 'CSI_NODE_NAME',
  valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
};
const NODE_RIGHTS = [
  // The driver reads zone and size from the node's labels and removes the taint that waits for it.
  { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'patch'] },
  { apiGroups: ['storage.k8s.io'], resources: ['csinodes'], verbs: ['get'] },
];

/**
 * Returns the controller, which creates, attaches and expands volumes.
 *
 * It runs on control plane machines, whose instance profile has the permissions, and on the host network, because the profile's
 * credentials are available only there.
 */
export function ebsController(settings: EbsSettings, cluster: string): readonly Manifest[] {
  const inputs = [`${NAME}-controller`, settings];
  return namedManifests(inputs, { cluster }, (chart, k8s, marks) =>
    addCsiController(chart, k8s, driverOf(settings), {
      name: 'ebs-plugin',
      image: settings.images.plugin,
      args: ['controller', ENDPOINT, `--k8s-tag-cluster-id=${marks.cluster}`],
      env: [NODE_NAME, { name: 'AWS_REGION', value: settings.region }, ...keys(settings)],
      mounts: [],
      volumes: [],
      healthPort: CONTROLLER_HEALTH_PORT,
      pod: {
        hostNetwork: true,
        dnsPolicy: 'ClusterFirstWithHostNet',
        nodeSelector: { 'node-role.kubernetes.io/control-plane': '' },
      },
    }),
  );
}

/** Returns the node pods, which mount volumes. */
export function ebsNode(settings: EbsSettings): readonly Manifest[] {
  return namedManifests([`${NAME}-node`, settings], {}, (chart, k8s) =>
    addCsiNode(chart, k8s, driverOf(settings), {
      name: 'ebs-plugin',
      image: settings.images.plugin,
      args: ['node', ENDPOINT],
      env: [NODE_NAME],
      mounts: [],
      volumes: [],
      rights: NODE_RIGHTS,
    }),
  );
}

function driverOf({ images, snapshots }: EbsSettings) {
  return { name: NAME, driver: EBS_DRIVER, images, snapshots };
}

function keys({ hasKeys }: EbsSettings): NonNullable<Container['env']> {
  if (!hasKeys) return [];
  const from = (key: string) => ({ secretKeyRef: { name: EBS_KEYS.name, key } });
  return [
    { name: 'AWS_ACCESS_KEY_ID', valueFrom: from('key_id') },
    { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: from('access_key') },
  ];
}
