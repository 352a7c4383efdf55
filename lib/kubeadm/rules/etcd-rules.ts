import { type Fix, leaveOut, write } from '../../base/fix';
import { isCleanPath, isWithin } from '../../base/paths';
import type { Rule } from '../../base/rule';
import { isWholeNumber, quotedList } from '../../base/words';
import {
  isRepository,
  type RepositoryForm,
  repositoryFinding,
} from '../../cluster/rules/repositories';
import { type EtcdTuning, LOCAL_ETCD_DEFAULTS } from '../model/etcd';
import { checkLengths, checkNames } from './argument-rules';
import { localEtcd } from './local-etcd';
import type { ControlPlaneSubject } from './subjects';

/** Directories that other programs write to, or that the machine needs unchanged. */
const TAKEN_FOLDERS = [
  '/etc',
  '/usr',
  '/boot',
  '/dev',
  '/proc',
  '/sys',
  '/run',
  '/var/lib/kubelet',
  '/var/lib/containerd',
];
const MOST_QUOTA_GIB = 8;
const LEAST_ELECTION_RATIO = 5;
const MOST_ELECTION_MS = 50_000;
const DEFAULT_HEARTBEAT_MS = 100;
const DEFAULT_ELECTION_MS = 1000;
const REPOSITORY: RepositoryForm = {
  without: 'the name etcd',
  fits: (text) => isRepository(text) && !/\/etcd$/.test(text),
  corrected: (text) => text.replace(/(\/etcd)?(:[^/]*)?\/*$/, ''),
};
const CONFIG = 'etcd-io/etcd@v3.5.16:server/embed/config.go';

/** Arguments of etcd that kubeadm sets. */
const DERIVED = [
  'advertise-client-urls',
  'cert-file',
  'client-cert-auth',
  'data-dir',
  'initial-advertise-peer-urls',
  'initial-cluster',
  'initial-cluster-state',
  'key-file',
  'listen-client-urls',
  'listen-peer-urls',
  'name',
  'peer-cert-file',
  'peer-client-cert-auth',
  'peer-key-file',
  'peer-trusted-ca-file',
  'trusted-ca-file',
];
const TUNED: readonly (readonly [keyof EtcdTuning, string])[] = [
  ['heartbeatIntervalMs', 'heartbeat-interval'],
  ['electionTimeoutMs', 'election-timeout'],
  ['quotaGiB', 'quota-backend-bytes'],
  ['snapshotCount', 'snapshot-count'],
  ['maxRequestMiB', 'max-request-bytes'],
  ['exposeMetrics', 'listen-metrics-urls'],
];

/** Rules on local etcd. */
export const LOCAL_ETCD_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'etcd-data-dir',
    reason: 'etcd needs its own directory, to which it writes all objects of the cluster.',
    source: CONFIG,
    check: localEtcd((etcd, path, refuse) => {
      const { dataDir } = etcd;
      if (dataDir === undefined || isFreeFolder(dataDir)) return;
      refuse(
        { path, prop: 'etcd.dataDir' },
        {
          given: dataDir,
          allowed: `an absolute path outside ${quotedList(TAKEN_FOLDERS)}`,
          fix: leaveOut({ ends: ` to use ${JSON.stringify(LOCAL_ETCD_DEFAULTS.dataDir)}` }),
        },
      );
    }),
  },
  {
    id: 'etcd-argument-name',
    reason:
      'kubeadm adds the leading dashes itself, so a name that contains them is not recognized.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/phases/etcd/local.go',
    check: localEtcd(({ extraArgs = {} }, path, refuse) => {
      checkNames(path, 'etcd.extraArgs', extraArgs, refuse);
    }),
  },
  {
    id: 'etcd-argument-length',
    reason: 'Cluster API accepts at most 100 arguments of at most 1,024 characters.',
    source:
      'CAPI@v1.14.0:controlplane/kubeadm/config/crd/bases/controlplane.cluster.x-k8s.io_kubeadmcontrolplanes.yaml',
    check: ({ cluster, controlPlane: { path, etcd } }, refuse) => {
      if (etcd?.kind !== 'local' || cluster.profile.core === 'v1beta1') return;
      checkLengths(path, 'etcd.extraArgs', etcd.extraArgs ?? {}, refuse);
    },
  },
  {
    id: 'etcd-argument-derived',
    reason: 'The value would override one by which etcd members find each other.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/phases/etcd/local.go',
    check: localEtcd(({ extraArgs = {}, tuning = {} }, path, refuse) => {
      const tuned = TUNED.flatMap(([prop, name]) => (tuning[prop] ? [name] : []));
      for (const name in extraArgs) {
        const isTuned = tuned.includes(name);
        if (!isTuned && !DERIVED.includes(name)) continue;
        refuse(
          { path, prop: `etcd.extraArgs[${JSON.stringify(name)}]` },
          {
            given: extraArgs[name],
            allowed: 'arguments that neither kubeadm nor tuning sets',
            fix: isTuned ? 'set it either in tuning or here' : derivedFix(name),
          },
        );
      }
    }),
  },
  {
    id: 'etcd-tuning',
    reason:
      'etcd does not start with too short an election timeout, and is slow with too much data.',
    source: CONFIG,
    check: localEtcd(({ tuning }, path, refuse) => {
      if (tuning === undefined) return;
      for (const [prop, most] of TUNING_NUMBERS) {
        const value = tuning[prop];
        if (value === undefined || isWholeNumber(value, 1, most)) continue;
        refuse(
          { path, prop: `etcd.tuning.${prop}` },
          {
            given: value,
            allowed: most === Infinity ? 'an integer of 1 or more' : `an integer from 1 to ${most}`,
            fix: tuningFix(prop, tuning),
          },
        );
      }
      const { heartbeatIntervalMs = DEFAULT_HEARTBEAT_MS } = tuning;
      const { electionTimeoutMs = DEFAULT_ELECTION_MS } = tuning;
      const least = heartbeatIntervalMs * LEAST_ELECTION_RATIO;
      if (!(electionTimeoutMs < least)) return;
      refuse(
        { path, prop: 'etcd.tuning.electionTimeoutMs' },
        {
          given: electionTimeoutMs,
          allowed: `at least ${least}, five times heartbeatIntervalMs`,
          fix:
            least <= MOST_ELECTION_MS
              ? write(Math.min(heartbeatIntervalMs * 10, MOST_ELECTION_MS))
              : 'write a smaller heartbeatIntervalMs',
        },
      );
    }),
  },
  {
    id: 'etcd-image',
    reason: 'kubeadm composes the image reference from the registry, the name etcd and the tag.',
    source: 'kubernetes/kubernetes@v1.32.0:cmd/kubeadm/app/images/images.go',
    check: localEtcd(({ imageRepository, imageTag }, path, refuse) => {
      const finding = repositoryFinding(imageRepository, REPOSITORY);
      if (finding !== undefined) refuse({ path, prop: 'etcd.imageRepository' }, finding);
      if (imageTag === undefined || /^\w[\w.-]{0,127}$/.test(imageTag)) return;
      refuse(
        { path, prop: 'etcd.imageTag' },
        {
          given: imageTag,
          allowed: 'an image tag, such as "3.5.21-0"',
          fix: leaveOut(),
        },
      );
    }),
  },
];

const TUNING_NUMBERS = [
  ['heartbeatIntervalMs', Infinity],
  ['electionTimeoutMs', MOST_ELECTION_MS],
  ['quotaGiB', MOST_QUOTA_GIB],
  ['snapshotCount', Infinity],
  ['maxRequestMiB', Infinity],
] as const;

function isFreeFolder(folder: string): boolean {
  return isCleanPath(folder) && !TAKEN_FOLDERS.some((taken) => isWithin(folder, taken));
}

function tuningFix(prop: string, { heartbeatIntervalMs }: EtcdTuning): Fix {
  if (prop === 'quotaGiB') return write(MOST_QUOTA_GIB, { or: 'leave it out' });
  const isTimed = prop === 'electionTimeoutMs' && isWholeNumber(heartbeatIntervalMs, 1);
  return isTimed ? write(heartbeatIntervalMs * 10) : leaveOut();
}

function derivedFix(name: string): Fix {
  return name === 'data-dir' ? 'set dataDir instead' : leaveOut();
}
