import { PLAIN_BOOTSTRAP } from '../../../../lib/kubeadm/model/bootstrap';
import {
  Etcd,
  type EtcdTuning,
  type EtcdVolume,
  type LocalEtcdOptions,
} from '../../../../lib/kubeadm/model/etcd';
import { MachineFormat } from '../../../../lib/kubeadm/model/machine-format';
import { controlPlaneModel } from '../../../support/models';
import type { PropRow } from '../../../support/rendering';
import { CLUSTER, CONFIG, feature, onEtcd } from './control-plane-landings';

const ETCD = [...CLUSTER, 'etcd'];
const LOCAL = [...ETCD, 'local'];
const DISK: EtcdVolume = { device: '/dev/vdb' };

const VOLUME_ROWS: Readonly<Record<keyof EtcdVolume, readonly PropRow[]>> = {
  device: [
    local({ volume: DISK }, [...CONFIG, 'diskSetup'], {
      filesystems: [{ device: '/dev/vdb', filesystem: 'ext4', label: 'etcd_disk' }],
    }),
    local({ volume: DISK }, [...CONFIG, 'mounts'], [['LABEL=etcd_disk', '/var/lib/etcd']]),
    local({ volume: DISK }, [...CONFIG, 'preKubeadmCommands'], ['chmod 0700 /var/lib/etcd']),
    ...['initConfiguration', 'joinConfiguration'].map((phase) =>
      local(
        { volume: DISK },
        [...CONFIG, phase, 'nodeRegistration', 'ignorePreflightErrors'],
        ['DirAvailable--var-lib-etcd'],
      ),
    ),
  ],
  filesystem: [
    local(
      { volume: { ...DISK, filesystem: 'xfs' } },
      [...CONFIG, 'diskSetup', 'filesystems', 0, 'filesystem'],
      'xfs',
    ),
  ],
  label: [
    local({ volume: { ...DISK, label: 'etcd' } }, [...CONFIG, 'mounts', 0, 0], 'LABEL=etcd'),
    local(
      { volume: { ...DISK, label: 'etcd' } },
      [...CONFIG, 'diskSetup', 'filesystems', 0, 'label'],
      'etcd',
    ),
  ],
  mountOptions: [
    local(
      { volume: { ...DISK, mountOptions: ['noatime', 'nofail'] } },
      [...CONFIG, 'mounts'],
      [['LABEL=etcd_disk', '/var/lib/etcd', 'ext4', 'noatime,nofail']],
    ),
  ],
};

const IGNITION_ROWS: readonly PropRow[] = [
  ignited({ volume: DISK }, [...CONFIG, 'diskSetup', 'filesystems', 0, 'overwrite'], false),
  ignited({ volume: DISK }, [...CONFIG, 'mounts'], [['etcd_disk', '/var/lib/etcd']]),
  ignited(
    { dataDir: '/data/etcd', volume: { ...DISK, mountOptions: ['noatime', 'nofail'] } },
    [...CONFIG, 'mounts'],
    [['etcd_disk', '/data/etcd', 'noatime,nofail']],
  ),
];

const TUNING_ROWS: Readonly<Record<keyof EtcdTuning, readonly PropRow[]>> = {
  heartbeatIntervalMs: [tuned({ heartbeatIntervalMs: 200 }, { 'heartbeat-interval': '200' })],
  electionTimeoutMs: [tuned({ electionTimeoutMs: 2000 }, { 'election-timeout': '2000' })],
  quotaGiB: [tuned({ quotaGiB: 8 }, { 'quota-backend-bytes': '8589934592' })],
  snapshotCount: [tuned({ snapshotCount: 5000 }, { 'snapshot-count': '5000' })],
  maxRequestMiB: [tuned({ maxRequestMiB: 3 }, { 'max-request-bytes': '3145728' })],
  exposeMetrics: [tuned({ exposeMetrics: true }, { 'listen-metrics-urls': 'http://0.0.0.0:2381' })],
};

const ENVS = [
  { name: 'A', value: '1' },
  { name: 'B', value: '2' },
];

const LOCAL_ROWS: Readonly<Record<keyof LocalEtcdOptions, readonly PropRow[]>> = {
  dataDir: [
    local({ dataDir: '/data/etcd' }, [...LOCAL, 'dataDir'], '/data/etcd'),
    local({ dataDir: '/data/etcd', volume: DISK }, [...CONFIG, 'mounts', 0, 1], '/data/etcd'),
  ],
  volume: Object.values(VOLUME_ROWS).flat(),
  tuning: Object.values(TUNING_ROWS).flat(),
  extraArgs: [onEtcd({ etcd: Etcd.local({ extraArgs: { a: 'b' } }).model }, { a: 'b' })],
  extraEnvs: [local({ extraEnvs: { B: '2', A: '1' } }, [...LOCAL, 'extraEnvs'], ENVS)],
  imageRepository: [
    local(
      { imageRepository: 'mirror.example/k8s' },
      [...LOCAL, 'imageRepository'],
      'mirror.example/k8s',
    ),
  ],
  imageTag: [local({ imageTag: '3.5.21-0' }, [...LOCAL, 'imageTag'], '3.5.21-0')],
  serverCertSANs: [
    local({ serverCertSANs: ['etcd.example'] }, [...LOCAL, 'serverCertSANs'], ['etcd.example']),
  ],
  peerCertSANs: [
    local({ peerCertSANs: ['peer.example'] }, [...LOCAL, 'peerCertSANs'], ['peer.example']),
  ],
};

/** Rows of every place of a cluster's objects. */
export const ETCD_ROWS: readonly PropRow[] = [
  ...Object.values(LOCAL_ROWS).flat(),
  ...IGNITION_ROWS,
  feature({ etcd: Etcd.external({ endpoints: ['https://etcd.example:2379'] }).model }, ETCD, {
    external: {
      endpoints: ['https://etcd.example:2379'],
      caFile: '/etc/kubernetes/pki/etcd/ca.crt',
      certFile: '/etc/kubernetes/pki/apiserver-etcd-client.crt',
      keyFile: '/etc/kubernetes/pki/apiserver-etcd-client.key',
    },
  }),
];

function local(
  options: LocalEtcdOptions,
  path: readonly (string | number)[],
  value: unknown,
): PropRow {
  return feature({ etcd: Etcd.local(options).model }, path, value);
}

function ignited(
  options: LocalEtcdOptions,
  path: readonly (string | number)[],
  value: unknown,
): PropRow {
  const { model: etcd } = Etcd.local(options);
  const { model: format } = MachineFormat.ignition();
  const controlPlane = controlPlaneModel({ etcd, bootstrap: { ...PLAIN_BOOTSTRAP, format } });
  return { model: { controlPlane }, key: 'controlPlane', lands: () => [path, value] };
}

function tuned(tuning: EtcdTuning, args: Readonly<Record<string, string>>): PropRow {
  return onEtcd({ etcd: Etcd.local({ tuning }).model }, args);
}
