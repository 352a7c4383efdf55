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

/** Rules on jobs on a cluster's local etcd. */
export const ETCD_TASK_RULES: readonly Rule<AddonSubject<KubeadmCluster>>[] = [
  {
    id: 'etcd-task-external',
    reason: 'With an external etcd, there is no member on the machine where the job runs.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/external-etcd.md',
    check({ cluster, addon }, refuse) {
      const { path, type } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      if (etcdTask === undefined || cluster.controlPlane.etcd?.kind !== 'external') return;
      refuse(
        { path, prop: 'name' },
        { given: type, allowed: 'none; requires a local etcd', fix: 'remove the addon' },
      );
    },
  },
  {
    id: 'etcd-task-schedule',
    reason: 'Kubernetes rejects a CronJob whose schedule it cannot parse.',
    source: CRON,
    check({ addon }, refuse) {
      const { path } = addon;
      const etcdTask = ETCD_TASK.of(addon);
      if (etcdTask === undefined || isSchedule(etcdTask.schedule)) return;
      refuse(
        { path, prop: 'schedule' },
        {
          given: etcdTask.schedule,
          allowed: 'minute, hour, day, month and day of the week, such as "30 3 * * 0"',
          fix: leaveOut({ begins: 'write five fields, or leave it out' }),
        },
      );
    },
  },
  {
    id: 'etcd-task-timeout',
    reason: 'The job gives up immediately on a member that gets no time.',
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
          allowed: 'a duration of at least 1 second, in whole seconds',
          fix: write(call('Duration.seconds', 60), { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'etcd-backup-store',
    reason:
      'Snapshots contain every Secret of the cluster, so they must go to one place, over HTTPS.',
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
            allowed: 'an HTTPS URL without user, query and fragment',
            fix: better === undefined ? 'write the URL of the store' : write(better),
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
            fix: better === undefined ? 'write the name of the bucket' : write(better),
          },
        );
      }
      if (PREFIX.test(prefix)) return;
      const better = `${prefix.replace(/^\/+|\/+$/g, '')}/`;
      refuse(
        { path, prop: 'prefix' },
        {
          given: prefix,
          allowed: 'an empty string, or path segments that each end with a slash',
          fix: PREFIX.test(better) ? write(better) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'etcd-backup-retention',
    reason: 'Snapshots that are deleted immediately are useless.',
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
    reason: 'The job fails if the file contains no certificate.',
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
    reason: 'Kubernetes rejects any other name for a Secret.',
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
          allowed:
            'lower-case letters, digits, dashes and dots, starting and ending with a letter or digit',
          fix: better === undefined ? 'write the name of the Secret' : write(better),
        },
      );
    },
  },
];
