import type { Chart } from 'cdk8s';
import type { CsiImages } from './csi-images';
import { CONTROLLER_RULES, LEASE_RULES, NODE_RULES, SNAPSHOT_RULES } from './csi-rules';
import {
  type Container,
  LOCKED_CONTAINER,
  NON_ROOT_POD,
  needs,
  ROOT_POD,
  SCRATCH_MOUNT,
  SCRATCH_VOLUME,
  type Volume,
  type VolumeMount,
} from './pod-hardening';
import type { KubernetesKinds } from './scratch-chart';
import { addServiceAccount } from './service-account';
import { CONTROL_PLANE_TOLERATIONS } from './tolerations';

const NAMESPACE = 'kube-system';
const SOCKET_FOLDER = '/csi';
const KUBELET_FOLDER = '/var/lib/kubelet';
const HEALTH_PORT = 9808;

/** Socket through which the containers of a CSI driver communicate. */
export const CSI_SOCKET = `${SOCKET_FOLDER}/csi.sock`;

type PodSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubePod']>[2]>['spec']
>;

/** Parts in which CSI drivers differ, in any of their pods. */
export interface CsiDriver {
  /** Prefix of the names of its objects, such as `cinder-csi`. */
  readonly name: string;
  /** Name of the driver, by which storage classes refer to it. */
  readonly driver: string;
  /** Images of the sidecars. */
  readonly images: Readonly<Record<keyof CsiImages, string>>;
  /** Whether snapshots are supported. */
  readonly snapshots: boolean;
  /** Arguments of the provisioner; absent for `--extra-create-metadata`, which records the claims of volumes. */
  readonly provisionerArgs?: readonly string[];
}

/** Program of a CSI driver in one of its pods. */
export interface CsiPlugin extends Pick<Container, 'name' | 'image' | 'args' | 'env'> {
  /** Additional volume mounts. */
  readonly mounts: readonly VolumeMount[];
  /** Additional volumes. */
  readonly volumes: readonly Volume[];
  /** Fields of its pod that override those of others; absent for none. */
  readonly pod?: Partial<PodSpec>;
  /** Port of its health check; absent for the default one. */
  readonly healthPort?: number;
  /** Additional containers that only this driver has; absent for none. */
  readonly others?: readonly Container[];
  /** RBAC rules in the whole cluster in addition to those of all drivers; absent for none. */
  readonly rights?: typeof NODE_RULES;
  /** RBAC rules in its own namespace in addition to those of all drivers; absent for none. */
  readonly ownRights?: typeof NODE_RULES;
}

/** Adds the pods that create, attach and expand volumes. */
export function addCsiController(
  chart: Chart,
  k8s: KubernetesKinds,
  driver: CsiDriver,
  plugin: CsiPlugin,
): void {
  const name = `${driver.name}-controller`;
  const labels = podLabels(driver, name);
  const metadata = { name, namespace: NAMESPACE, labels };
  addServiceAccount(chart, k8s, metadata, {
    clusterWide: [
      ...CONTROLLER_RULES,
      ...(driver.snapshots ? SNAPSHOT_RULES : []),
      ...(plugin.rights ?? []),
    ],
    ownNamespace: [...LEASE_RULES, ...(plugin.ownRights ?? [])],
  });
  new k8s.KubeDeployment(chart, 'controller', {
    metadata,
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          securityContext: NON_ROOT_POD,
          priorityClassName: 'system-cluster-critical',
          tolerations: [...CONTROL_PLANE_TOLERATIONS],
          ...plugin.pod,
          containers: [
            ...controllerSidecars(k8s, driver, plugin),
            {
              ...pluginContainer(k8s, plugin),
              securityContext: LOCKED_CONTAINER,
              volumeMounts: [SOCKET_MOUNT, SCRATCH_MOUNT, ...plugin.mounts],
            },
            ...(plugin.others ?? []),
          ],
          volumes: [{ name: 'socket', emptyDir: {} }, SCRATCH_VOLUME, ...plugin.volumes],
        },
      },
    },
  });
}

/** Adds the pods on every node that mount volumes. */
export function addCsiNode(
  chart: Chart,
  k8s: KubernetesKinds,
  driver: CsiDriver,
  plugin: CsiPlugin,
): void {
  const name = `${driver.name}-node`;
  const labels = podLabels(driver, name);
  const metadata = { name, namespace: NAMESPACE, labels };
  addServiceAccount(chart, k8s, metadata, {
    clusterWide: [...NODE_RULES, ...(plugin.rights ?? [])],
    ...(plugin.ownRights && { ownNamespace: plugin.ownRights }),
  });
  new k8s.KubeDaemonSet(chart, 'node', {
    metadata,
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: name,
          securityContext: ROOT_POD,
          hostNetwork: true,
          dnsPolicy: 'ClusterFirstWithHostNet',
          priorityClassName: 'system-node-critical',
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          tolerations: [{ operator: 'Exists' }],
          ...plugin.pod,
          containers: [
            registrar(k8s, driver),
            livenessProbe(k8s, driver, plugin),
            {
              ...pluginContainer(k8s, plugin),
              securityContext: { privileged: true, readOnlyRootFilesystem: true },
              volumeMounts: [...NODE_MOUNTS, SCRATCH_MOUNT, ...plugin.mounts],
            },
          ],
          volumes: [...nodeVolumes(driver), SCRATCH_VOLUME, ...plugin.volumes],
        },
      },
    },
  });
}

function pluginContainer(
  k8s: KubernetesKinds,
  { name, image, args, env, healthPort = HEALTH_PORT }: CsiPlugin,
): Container {
  return {
    name,
    ...(image === undefined ? {} : { image }),
    ...(args === undefined ? {} : { args }),
    ...(env === undefined ? {} : { env }),
    ports: [{ name: 'healthz', containerPort: healthPort, protocol: 'TCP' }],
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

function controllerSidecars(
  k8s: KubernetesKinds,
  driver: CsiDriver,
  plugin: CsiPlugin,
): readonly Container[] {
  const { snapshots, images } = driver;
  return [
    sidecar(k8s, 'csi-attacher', images.attacher, ['--timeout=3m', '--leader-election=true']),
    sidecar(k8s, 'csi-provisioner', images.provisioner, [
      '--timeout=3m',
      '--leader-election=true',
      '--default-fstype=ext4',
      ...(driver.provisionerArgs ?? ['--extra-create-metadata']),
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
    livenessProbe(k8s, driver, plugin),
  ];
}

function livenessProbe(
  k8s: KubernetesKinds,
  { images }: CsiDriver,
  { healthPort = HEALTH_PORT }: CsiPlugin,
): Container {
  return sidecar(k8s, 'livenessprobe', images.livenessProbe, [`--health-port=${healthPort}`]);
}

function registrar(k8s: KubernetesKinds, driver: CsiDriver): Container {
  const container = sidecar(k8s, 'csi-node-driver-registrar', driver.images.registrar, [
    `--kubelet-registration-path=${pluginFolder(driver)}/csi.sock`,
  ]);
  const mounts = [SOCKET_MOUNT, { name: 'registration', mountPath: '/registration' }];
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
    args: [`--csi-address=${CSI_SOCKET}`, ...args],
    resources: needs(k8s, { cpu: '10m', memory: '32Mi' }),
    securityContext: LOCKED_CONTAINER,
    volumeMounts: [SOCKET_MOUNT],
  };
}

const SOCKET_MOUNT: VolumeMount = Object.freeze({ name: 'socket', mountPath: SOCKET_FOLDER });

const NODE_MOUNTS: readonly VolumeMount[] = [
  SOCKET_MOUNT,
  { name: 'kubelet', mountPath: KUBELET_FOLDER, mountPropagation: 'Bidirectional' },
  { name: 'devices', mountPath: '/dev', mountPropagation: 'HostToContainer' },
];

function nodeVolumes(driver: CsiDriver): readonly Volume[] {
  return [
    { name: 'socket', hostPath: { path: pluginFolder(driver), type: 'DirectoryOrCreate' } },
    {
      name: 'registration',
      hostPath: { path: `${KUBELET_FOLDER}/plugins_registry`, type: 'Directory' },
    },
    { name: 'kubelet', hostPath: { path: KUBELET_FOLDER, type: 'Directory' } },
    { name: 'devices', hostPath: { path: '/dev', type: 'Directory' } },
  ];
}

function pluginFolder({ driver }: CsiDriver): string {
  return `${KUBELET_FOLDER}/plugins/${driver}`;
}

function podLabels({ name }: CsiDriver, component: string): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': component };
}
