import type { Manifest } from '../../lib/model/addon';
import type { CinderNodeAccess } from './cinder-node-access';
import { CONTROLLER_RULES, LEASE_RULES, NODE_RULES, SNAPSHOT_RULES } from './cinder-rules';
import type { CinderSettings } from './cinder-settings';
import { CLOUD_CONF_PATH, cloudMounts, cloudVolumes } from './cloud-access';
import { type KubernetesKinds, namedManifests } from './scratch-chart';
import { addServiceAccount } from './service-account';
import { CONTROL_PLANE_TOLERATIONS } from './tolerations';

const NAMESPACE = 'kube-system';
const CONTROLLER = 'cinder-csi-controller';
const NODE = 'cinder-csi-node';
const PLUGIN = 'registry.k8s.io/provider-os/cinder-csi-plugin';
const SIDECARS = 'registry.k8s.io/sig-storage';
const SOCKET_FOLDER = '/csi';
const SOCKET = `${SOCKET_FOLDER}/csi.sock`;
const HEALTH_PORT = 9808;
const KUBELET_FOLDER = '/var/lib/kubelet';
const PLUGIN_FOLDER = `${KUBELET_FOLDER}/plugins/cinder.csi.openstack.org`;

const CONTROLLER_ARGS = [`--cloud-config=${CLOUD_CONF_PATH}`];

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;
type Container = PodSpec['containers'][number];

/** Controller that makes, attaches and grows volumes. */
export function cinderController(settings: CinderSettings, cluster: string): readonly Manifest[] {
  return namedManifests([CONTROLLER, settings], { cluster }, (chart, k8s, marks) => {
    const labels = podLabels(CONTROLLER);
    const metadata = { name: CONTROLLER, namespace: NAMESPACE, labels };
    addServiceAccount(chart, k8s, metadata, {
      clusterWide: [...CONTROLLER_RULES, ...(settings.snapshots ? SNAPSHOT_RULES : [])],
      ownNamespace: LEASE_RULES,
    });
    new k8s.KubeDeployment(chart, 'controller', {
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: CONTROLLER,
            priorityClassName: 'system-cluster-critical',
            tolerations: [...CONTROL_PLANE_TOLERATIONS],
            containers: [
              ...controllerSidecars(settings),
              {
                ...plugin(k8s, settings, marks.cluster, CONTROLLER_ARGS),
                volumeMounts: controllerMounts(settings),
              },
            ],
            volumes: [
              { name: 'socket', emptyDir: {} },
              ...cloudVolumes(settings.configName, settings.plaintext),
            ],
          },
        },
      },
    });
  });
}

/** Pods on every node that mount volumes. */
export function cinderNode(
  settings: CinderSettings,
  access: CinderNodeAccess,
  cluster: string,
): readonly Manifest[] {
  return namedManifests([NODE, settings], { cluster }, (chart, k8s, marks) => {
    const labels = podLabels(NODE);
    const metadata = { name: NODE, namespace: NAMESPACE, labels };
    addServiceAccount(chart, k8s, metadata, { clusterWide: NODE_RULES });
    new k8s.KubeDaemonSet(chart, 'node', {
      metadata,
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: NODE,
            hostNetwork: true,
            dnsPolicy: 'ClusterFirstWithHostNet',
            priorityClassName: 'system-node-critical',
            nodeSelector: { 'kubernetes.io/os': 'linux' },
            tolerations: [{ operator: 'Exists' }],
            containers: [
              registrar(),
              livenessProbe(),
              {
                ...plugin(k8s, settings, marks.cluster, access.args),
                securityContext: { privileged: true },
                volumeMounts: nodeMounts(access),
              },
            ],
            volumes: nodeVolumes(access),
          },
        },
      },
    });
  });
}

function plugin(
  k8s: KubernetesKinds,
  { version, topology }: CinderSettings,
  cluster: string,
  args: readonly string[],
): Container {
  return {
    name: 'cinder-csi-plugin',
    image: `${PLUGIN}:v${version}`,
    args: [
      '/bin/cinder-csi-plugin',
      `--endpoint=unix://${SOCKET}`,
      ...args,
      ...(topology ? [] : ['--with-topology=false']),
      `--cluster=${cluster}`,
    ],
    ports: [{ name: 'healthz', containerPort: HEALTH_PORT, protocol: 'TCP' }],
    livenessProbe: {
      httpGet: { path: '/healthz', port: k8s.IntOrString.fromString('healthz') },
      failureThreshold: 5,
      initialDelaySeconds: 10,
      periodSeconds: 60,
      timeoutSeconds: 10,
    },
  };
}

function controllerSidecars({ snapshots }: CinderSettings): readonly Container[] {
  return [
    sidecar('csi-attacher:v4.7.0', ['--timeout=3m', '--leader-election=true']),
    sidecar('csi-provisioner:v5.1.0', [
      '--timeout=3m',
      '--leader-election=true',
      '--default-fstype=ext4',
      '--extra-create-metadata',
    ]),
    sidecar('csi-resizer:v1.12.0', [
      '--timeout=3m',
      '--leader-election=true',
      '--handle-volume-inuse-error=false',
    ]),
    ...(snapshots
      ? [sidecar('csi-snapshotter:v8.1.0', ['--timeout=3m', '--leader-election=true'])]
      : []),
    livenessProbe(),
  ];
}

function livenessProbe(): Container {
  return sidecar('livenessprobe:v2.14.0', [`--health-port=${HEALTH_PORT}`]);
}

function registrar(): Container {
  const container = sidecar('csi-node-driver-registrar:v2.12.0', [
    `--kubelet-registration-path=${PLUGIN_FOLDER}/csi.sock`,
  ]);
  const mounts = [
    { name: 'socket', mountPath: SOCKET_FOLDER },
    { name: 'registration', mountPath: '/registration' },
  ];
  return { ...container, volumeMounts: mounts };
}

function sidecar(image: string, args: readonly string[]): Container {
  return {
    name: image.slice(0, image.indexOf(':')),
    image: `${SIDECARS}/${image}`,
    args: [`--csi-address=${SOCKET}`, ...args],
    volumeMounts: [{ name: 'socket', mountPath: SOCKET_FOLDER }],
  };
}

function controllerMounts({ plaintext }: CinderSettings): NonNullable<Container['volumeMounts']> {
  return [{ name: 'socket', mountPath: SOCKET_FOLDER }, ...cloudMounts(plaintext)];
}

function nodeMounts({ mounts }: CinderNodeAccess): NonNullable<Container['volumeMounts']> {
  return [
    { name: 'socket', mountPath: SOCKET_FOLDER },
    { name: 'kubelet', mountPath: KUBELET_FOLDER, mountPropagation: 'Bidirectional' },
    { name: 'devices', mountPath: '/dev', mountPropagation: 'HostToContainer' },
    ...mounts,
  ];
}

function nodeVolumes({ volumes }: CinderNodeAccess): NonNullable<PodSpec['volumes']> {
  return [
    { name: 'socket', hostPath: { path: PLUGIN_FOLDER, type: 'DirectoryOrCreate' } },
    {
      name: 'registration',
      hostPath: { path: `${KUBELET_FOLDER}/plugins_registry`, type: 'Directory' },
    },
    { name: 'kubelet', hostPath: { path: KUBELET_FOLDER, type: 'Directory' } },
    { name: 'devices', hostPath: { path: '/dev', type: 'Directory' } },
    ...volumes,
  ];
}

function podLabels(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': 'cinder-csi', 'app.kubernetes.io/component': name };
}
