import { Duration } from 'cdk8s';
import {
  BlockDevice,
  type BootstrapProps,
  Cni,
  DrainBehavior,
  Etcd,
  type KubeadmProps,
  MachineFormat,
  MachineImage,
  type NodePoolProps,
  type NodeUser,
  RulePeer,
  SecurityGroups,
  type WorkloadCluster,
} from '../../../constructs/index';
import type { OpenStackCloud } from '../../../constructs/openstack/open-stack-cloud';
import type { TestFlavor } from '../fleets';
import type { WideProgram } from './wide-program';

const minute = Duration.minutes(1);
const DRAIN = {
  nodeDrainTimeout: minute,
  nodeVolumeDetachTimeout: minute,
  nodeDeletionTimeout: minute,
};
const SECRET = { name: 'texts', key: 'one' };
const PLAIN_USER: NodeUser = {
  name: 'core',
  gecos: 'Core of the machines',
  primaryGroup: 'core',
  homeDir: '/srv/core',
  sshAuthorizedKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 core'],
  sudo: 'ALL=(ALL) ALL',
  groups: ['wheel'],
  shell: '/bin/bash',
  lockPassword: false,
  passwdFrom: SECRET,
};
const BOOTSTRAP: BootstrapProps = {
  format: MachineFormat.cloudInit(),
  files: [
    { path: '/opt/a', content: 'YQ==', encoding: 'base64', permissions: '0600', owner: 'a:a' },
    { path: '/opt/b', content: SECRET },
    { path: '/opt/c', content: 'c', append: true },
  ],
  bootCommands: ['true'],
  preKubeadmCommands: ['true'],
  postKubeadmCommands: ['true'],
  mounts: [['LABEL=data', '/srv/data']],
  diskSetup: {
    partitions: [{ device: '/dev/vdb', layout: true, overwrite: false, tableType: 'gpt' }],
    filesystems: [
      {
        device: '/dev/vdb',
        filesystem: 'ext4',
        label: 'data',
        partition: 'auto',
        overwrite: false,
        extraOpts: ['-m', '0'],
      },
    ],
  },
  users: [PLAIN_USER],
  ntp: { enabled: true, servers: ['ntp.example'] },
  verbosity: 4,
};
const CONDITION = { type: 'InfrastructureReady', status: 'False', timeout: minute } as const;
const GATES = [{ conditionType: 'example.org/Ok', polarity: 'Positive' }] as const;
const OLD_TIMEOUTS = { tlsBootstrap: minute };
const TIMEOUTS = {
  ...OLD_TIMEOUTS,
  discovery: minute,
  etcdAPICall: minute,
  kubeletHealthCheck: minute,
  kubernetesAPICall: minute,
};
const KUBEADM: KubeadmProps = {
  criSocket: 'unix:///run/containerd/containerd.sock',
  ignorePreflightErrors: ['NumCPU'],
  imagePullPolicy: 'IfNotPresent',
  imagePullSerial: false,
  skipPhases: ['preflight'],
};
const TAINT = { key: 'dedicated', value: 'yes', effect: 'NoSchedule' } as const;
const NAMING = { template: 'm-{{ .random }}' };
const DISKS = [BlockDevice.volume('data', { sizeGiB: 10 })];
const SELECTOR = {
  matchLabels: { app: 'web' },
  matchExpressions: [{ key: 'tier', operator: 'In' as const, values: ['gold'] }],
};

const OPEN = SecurityGroups.managed({
  rules: [
    {
      name: 'api-server',
      scope: 'controlPlane',
      protocol: 'tcp',
      ports: 8443,
      from: RulePeer.cidr('0.0.0.0/0'),
    },
  ],
});

/** Programs that write the fields of machines, their control planes and pools. */
export const WIDE_MACHINES: readonly WideProgram[] = [
  {
    cluster: (cluster, [clusterApi]) => {
      const isOld = clusterApi === '1.10';
      const healthCheck = {
        maxUnhealthy: 1,
        ...(!isOld && { unhealthyMachineConditions: [CONDITION] }),
      };
      const timeouts = isOld ? OLD_TIMEOUTS : TIMEOUTS;
      const wide = cluster('machines', {
        availabilityGates: GATES,
        apiServerPort: 8443,
        securityGroups: OPEN,
        paused: true,
        controlPlane: {
          flavor: 'large',
          replicas: 1,
          bootstrap: BOOTSTRAP,
          additionalBlockDevices: DISKS,
          labels: { tier: 'gold' },
          annotations: { 'example.org/owner': 'us' },
          drain: DRAIN,
          certSANs: ['api.example'],
          healthCheck,
          kubeadm: {
            ...KUBEADM,
            skipInitPhases: ['show-join-command'],
            timeouts: { ...timeouts, controlPlaneComponentHealthCheck: minute },
          },
          readinessGates: GATES,
          machineNaming: NAMING,
          taints: [TAINT],
          remediation: { maxRetry: 3, retryPeriod: minute, minHealthyPeriod: minute },
          rollout: { maxSurge: 1, after: '2026-01-01T00:00:00Z', certificatesExpiryDays: 30 },
          etcd: Etcd.local({
            dataDir: '/var/lib/etcd',
            extraArgs: { 'log-level': 'warn' },
            extraEnvs: { GOMAXPROCS: '4' },
            imageRepository: 'registry.example/kubernetes',
            imageTag: '3.5.21-0',
            serverCertSANs: ['etcd.example'],
            peerCertSANs: ['etcd.example'],
          }),
          featureGates: { kubeadm: { RootlessControlPlane: true } },
        },
      });
      addPools(wide, { healthCheck, kubeadm: { ...KUBEADM, timeouts } });
      wide.addDrainRule('order', {
        behavior: DrainBehavior.drain(3),
        pods: [{ selector: SELECTOR, namespaceSelector: SELECTOR }],
        pools: ['plain'],
      });
      return wide;
    },
  },
  {
    cluster: (cluster, [clusterApi]) => {
      const wide = cluster('propagating', {
        controlPlane: { flavor: 'large', taints: [TAINT], propagateTaints: clusterApi !== '1.10' },
        cni: Cni.calico({ encapsulation: 'vxlan' }),
      });
      const propagateTaints = clusterApi !== '1.10';
      wide.addNodePool('tainted', { flavor: 'small', taints: [TAINT], propagateTaints });
      wide.addNodePool('ranged', {
        flavor: 'small',
        healthCheck: { unhealthyRange: [1, 3] },
      });
      wide.addNodePool('windows', {
        flavor: 'large',
        os: 'windows',
        image: MachineImage.fromName('windows-2022'),
      });
      return wide;
    },
  },
  {
    cluster: (cluster) => {
      const wide = cluster('ignited', {
        controlPlane: {
          flavor: 'large',
          etcd: Etcd.external({ endpoints: ['https://etcd.example:2379'] }),
        },
        bootstrap: {
          format: MachineFormat.ignition({ containerLinuxConfig: { update: { group: 'lts' } } }),
        },
      });
      wide.addNodePool('workers', { flavor: 'small' });
      return wide;
    },
  },
];

function addPools(
  cluster: WorkloadCluster<OpenStackCloud<TestFlavor>>,
  props: Pick<NodePoolProps, 'healthCheck' | 'kubeadm'>,
): void {
  cluster.addNodePool('plain', {
    flavor: 'small',
    replicas: 2,
    bootstrap: BOOTSTRAP,
    additionalBlockDevices: DISKS,
    drain: DRAIN,
    ...props,
    readinessGates: GATES,
    machineNaming: NAMING,
    machineAnnotations: { 'example.org/owner': 'us' },
    remediation: { maxInFlight: 1 },
    paused: true,
    taints: [TAINT],
    minReady: minute,
    failureDomain: 'nova',
    deletionOrder: 'Oldest',
    rollout: { maxSurge: 1, maxUnavailable: 0, after: '2026-01-01T00:00:00Z' },
  });
}
