import {
  type Container,
  LOCKED_CONTAINER,
  NON_ROOT_POD,
  needs,
  ROOT_POD,
  SCRATCH_MOUNT,
  SCRATCH_VOLUME,
} from '../../addons/catalogue/pod-hardening';
import { type KubernetesKinds, namedManifests } from '../../addons/catalogue/scratch-chart';
import { addServiceAccount } from '../../addons/catalogue/service-account';
import { CONTROL_PLANE_TOLERATIONS } from '../../addons/catalogue/tolerations';
import type { Manifest } from '../../base/manifest';
import type { CinderNodeAccess } from './cinder-node-access';
import { CONTROLLER_RULES, LEASE_RULES, NODE_RULES, SNAPSHOT_RULES } from './cinder-rules';
import type { CinderSettings } from './cinder-settings';
import { CLOUD_CONF_PATH, cloudMounts, cloudVolumes } from './cloud-access';

const NAMESPACE = 'kube-system';
const CONTROLLER = 'cinder-csi-controller';
const NODE = 'cinder-csi-node';
const SOCKET_FOLDER = '/csi';
const SOCKET = `${SOCKET_FOLDER}/csi.sock`;
const HEALTH_PORT = 9808;
const KUBELET_FOLDER = '/var/lib/kubelet';
const PLUGIN_FOLDER = `${KUBELET_FOLDER}/plugins/cinder.csi.openstack.org`;

const CONTROLLER_ARGS = [`--cloud-config=${CLOUD_CONF_PATH}`];

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

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
            securityContext: NON_ROOT_POD,
            priorityClassName: 'system-cluster-critical',
            tolerations: [...CONTROL_PLANE_TOLERATIONS],
            containers: [
              ...controllerSidecars(k8s, settings),
              {
                ...plugin(k8s, settings, marks.cluster, CONTROLLER_ARGS),
                securityContext: LOCKED_CONTAINER,
                volumeMounts: controllerMounts(settings),
              },
            ],
            volumes: [
              { name: 'socket', emptyDir: {} },
              SCRATCH_VOLUME,
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
            securityContext: ROOT_POD,
            hostNetwork: true,
            dnsPolicy: 'ClusterFirstWithHostNet',
            priorityClassName: 'system-node-critical',
            nodeSelector: { 'kubernetes.io/os': 'linux' },
            tolerations: [{ operator: 'Exists' }],
            containers: [
              registrar(k8s, settings),
              livenessProbe(k8s, settings),
              {
                ...plugin(k8s, settings, marks.cluster, access.args),
                securityContext: { privileged: true, readOnlyRootFilesystem: true },
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
  { images, topology }: CinderSettings,
  cluster: string,
  args: readonly string[],
): Container {
  return {
    name: 'cinder-csi-plugin',
    image: images.plugin,
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
    resources: needs(k8s, { cpu: '10m', memory: '64Mi' }),
  };
}

function controllerSidecars(k8s: KubernetesKinds, settings: CinderSettings): readonly Container[] {
  const { snapshots, images } = settings;
  return [
    sidecar(k8s, 'csi-attacher', images.attacher, ['--timeout=3m', '--leader-election=true']),
    sidecar(k8s, 'csi-provisioner', images.provisioner, [
      '--timeout=3m',
      '--leader-election=true',
      '--default-fstype=ext4',
      '--extra-create-metadata',
    ]),
    sidecar(k8s, 'csi-resizer', images.resizer, [
      '--timeout=3m',
      '--leader-election=true',
      '--handle-volume-inuse-error=false',
    ]),
    ...(snapshots
      ? [
          sidecar(k8s, 'csi-snapshotter', images.snapshotter, [
            '--timeout=3m',
            '--leader-election=true',
          ]),
        ]
      : []),
    livenessProbe(k8s, settings),
  ];
}

function livenessProbe(k8s: KubernetesKinds, { images }: CinderSettings): Container {
  return sidecar(k8s, 'livenessprobe', images.livenessProbe, [`--health-port=${HEALTH_PORT}`]);
}

function registrar(k8s: KubernetesKinds, { images }: CinderSettings): Container {
  const container = sidecar(k8s, 'csi-node-driver-registrar', images.registrar, [
    `--kubelet-registration-path=${PLUGIN_FOLDER}/csi.sock`,
  ]);
  const mounts = [
    { name: 'socket', mountPath: SOCKET_FOLDER },
    { name: 'registration', mountPath: '/registration' },
  ];
  return { ...container, volumeMounts: mounts };
}

function sidecar(
  k8s: KubernetesKinds,
  name: string,
  image: string,
  args: readonly string[],
): Container {
  return {
    name,
    image,
    args: [`--csi-address=${SOCKET}`, ...args],
    resources: needs(k8s, { cpu: '10m', memory: '32Mi' }),
    securityContext: LOCKED_CONTAINER,
    volumeMounts: [{ name: 'socket', mountPath: SOCKET_FOLDER }],
  };
}

function controllerMounts({ plaintext }: CinderSettings): NonNullable<Container['volumeMounts']> {
  return [{ name: 'socket', mountPath: SOCKET_FOLDER }, SCRATCH_MOUNT, ...cloudMounts(plaintext)];
}

function nodeMounts({ mounts }: CinderNodeAccess): NonNullable<Container['volumeMounts']> {
  return [
    { name: 'socket', mountPath: SOCKET_FOLDER },
    { name: 'kubelet', mountPath: KUBELET_FOLDER, mountPropagation: 'Bidirectional' },
    { name: 'devices', mountPath: '/dev', mountPropagation: 'HostToContainer' },
    SCRATCH_MOUNT,
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
    SCRATCH_VOLUME,
    ...volumes,
  ];
}

function podLabels(name: string): Record<string, string> {
  return { 'app.kubernetes.io/name': 'cinder-csi', 'app.kubernetes.io/component': name };
}
