import type { AddonSubject } from '../../addons/rules/subjects';
import { isSchedule } from '../../base/cron';
import { call, leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { isWebAddress, secureAddress } from '../../base/web-address';
import { integerWords, isWholeNumber } from '../../base/words';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { KubeadmCluster } from '../model/cluster';
import { ETCD_TASK } from '../model/etcd-task';
import { certificateFinding } from './certificates';

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^([A-Za-z0-9!_.*()-]+\/)*$/;
const RCLONE = 'rclone/rclone@v1.68.2:docs/content/s3.md';
const CRON = 'kubernetes/website@main:content/en/docs/concepts/workloads/controllers/cron-jobs.md';

/** Rules on jobs on a cluster's own etcd. */
export const ETCD_TASK_RULES: readonly Rule<AddonSubject<KubeadmCluster>>[] = [
  {
    id: 'etcd-task-external',
    reason: 'Where etcd is somewhere else, no member of it is on the machine that the job runs on.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/external-etcd.md',
    check({ cluster, addon }, refuse) {
      const { path, type } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      if (etcdTask === undefined || cluster.controlPlane.etcd?.kind !== 'external') return;
      refuse(
        { path, prop: 'name' },
        { given: type, allowed: 'with a local etcd only', fix: 'leave the addon out' },
      );
    },
  },
  {
    id: 'etcd-task-schedule',
    reason: 'Kubernetes refuses a job whose schedule it cannot read.',
    source: CRON,
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      if (etcdTask === undefined || isSchedule(etcdTask.schedule)) return;
      refuse(
        { path, prop: 'schedule' },
        {
          given: etcdTask.schedule,
          allowed: 'minute, hour, day, month and day of the week, as "30 3 * * 0"',
          fix: leaveOut({ begins: 'write five fields, or leave it out' }),
        },
      );
    },
  },
  {
    id: 'etcd-task-timeout',
    reason: 'A member that gets no time is given up at once.',
    source: 'etcd-io/etcd@v3.6.0:etcdctl/ctlv3/command/global.go',
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      const seconds = etcdTask?.timeoutSeconds;
      if (seconds === undefined || isWholeNumber(seconds, 1)) return;
      refuse(
        { path, prop: 'timeout' },
        {
          given: `${seconds} seconds`,
          allowed: 'a duration of 1 whole second or more',
          fix: write(call('Duration.seconds', 60), { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'etcd-backup-store',
    reason: 'Snapshots hold every Secret of the cluster, and go to one place by a secure address.',
    source: RCLONE,
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      const { store } = etcdTask ?? {};
      if (store === undefined) return;
      const { endpoint, bucket, prefix } = store;
      if (!isWebAddress(endpoint)) {
        const better = secureAddress(endpoint);
        refuse(
          { path, prop: 'endpoint' },
          {
            given: endpoint,
            allowed: 'an address with https, without user, query and fragment',
            fix: better === undefined ? 'write the address of the store' : write(better),
          },
        );
      }
      if (!BUCKET.test(bucket)) {
        const label = toDnsLabel(bucket);
        const better = label === undefined || BUCKET.test(label) ? label : `${label}-backups`;
        refuse(
          { path, prop: 'bucket' },
          {
            given: bucket,
            allowed: '3 to 63 lower-case letters, digits, dashes and dots',
            fix: better === undefined ? 'name the bucket' : write(better),
          },
        );
      }
      if (PREFIX.test(prefix)) return;
      const better = `${prefix.replace(/^\/+|\/+$/g, '')}/`;
      refuse(
        { path, prop: 'prefix' },
        {
          given: prefix,
          allowed: 'nothing, or words that each end with a slash',
          fix: PREFIX.test(better) ? write(better) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'etcd-backup-retention',
    reason: 'Snapshots that are deleted at once are of no use.',
    source: RCLONE,
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      const { store } = etcdTask ?? {};
      if (store === undefined || isWholeNumber(store.retentionDays, 1)) return;
      refuse(
        { path, prop: 'retentionDays' },
        {
          given: store.retentionDays,
          allowed: integerWords(store.retentionDays, 1),
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'etcd-backup-certificates',
    reason: 'The job fails with a file that holds no certificate.',
    source: RCLONE,
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      const finding = certificateFinding(etcdTask?.store?.certificateAuthority);
      if (finding !== undefined) refuse({ path, prop: 'certificateAuthority' }, finding);
    },
  },
  {
    id: 'etcd-backup-secret',
    reason: 'Kubernetes takes no other names for Secrets.',
    source: 'kubernetes/website@main:content/en/docs/concepts/configuration/secret.md',
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      const { secretName } = etcdTask ?? {};
      if (secretName === undefined || isObjectName(secretName)) return;
      const better = toDnsLabel(secretName);
      refuse(
        { path, prop: 'credentials' },
        {
          given: secretName,
          allowed: 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
          fix: better === undefined ? 'write the name of the Secret' : write(better),
        },
      );
    },
  },
];
