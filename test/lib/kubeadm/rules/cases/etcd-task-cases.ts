import { Etcd } from '../../../../../lib/kubeadm/model/etcd';
import type { EtcdTaskModel, ObjectStoreModel } from '../../../../../lib/kubeadm/model/etcd-task';
import { ETCD_TASK } from '../../../../../lib/kubeadm/model/etcd-task';
import { addonModel, controlPlaneModel } from '../../../../support/models';
import { cluster, type RuleCase } from '../../../assembly/rule-case';

const STORE: ObjectStoreModel = {
  endpoint: 'https://objects.example',
  bucket: 'backups',
  prefix: 'mothership-demo/',
  certificateAuthority: undefined,
  retentionDays: 30,
};
const ELSEWHERE = controlPlaneModel({
  etcd: Etcd.external({ endpoints: ['https://etcd.example:2379'] }).model,
});

/** Examples of rules on jobs on etcd. */
export const ETCD_TASK_CASES: readonly RuleCase[] = [
  {
    rule: 'etcd-task-external',
    broken: cluster({ addons: [job({})], controlPlane: ELSEWHERE }),
    sound: cluster({ addons: [job({})] }),
    says: `mothership/demo/etcd-backup: name is "etcd-backup"
  allowed: none; requires a local etcd
  fix: remove the addon`,
  },
  {
    rule: 'etcd-task-schedule',
    broken: task({ schedule: '60 3 * *' }),
    sound: task({ schedule: '*/15 0-6,22 1 jan sun' }),
    says: `mothership/demo/etcd-backup: schedule is "60 3 * *"
  allowed: minute, hour, day, month and day of the week, such as "30 3 * * 0"
  fix: write five fields, or leave it out`,
  },
  {
    rule: 'etcd-task-timeout',
    broken: task({ timeoutSeconds: 0 }),
    sound: task({ timeoutSeconds: 1 }),
    says: `mothership/demo/etcd-backup: timeout is "0 seconds"
  allowed: a duration of at least 1 second, in whole seconds
  fix: write Duration.seconds(60), or leave it out`,
  },
  {
    rule: 'etcd-backup-store',
    broken: stored({ endpoint: 'http://objects.example', bucket: 'My_Backups', prefix: '/demo' }),
    sound: stored({ prefix: '' }),
    says: `mothership/demo/etcd-backup: endpoint is "http://objects.example"
  allowed: an HTTPS URL without user, query and fragment
  fix: write "https://objects.example"
mothership/demo/etcd-backup: bucket is "My_Backups"
  allowed: 3 to 63 lower-case letters, digits, dashes and dots
  fix: write "my-backups"
mothership/demo/etcd-backup: prefix is "/demo"
  allowed: an empty string, or path segments that each end with a slash
  fix: write "demo/"`,
  },
  {
    rule: 'etcd-backup-retention',
    broken: stored({ retentionDays: 0 }),
    sound: stored({ retentionDays: 1 }),
    says: `mothership/demo/etcd-backup: retentionDays is 0
  allowed: an integer of 1 or more
  fix: leave it out`,
  },
  {
    rule: 'etcd-backup-certificates',
    broken: stored({ certificateAuthority: 'ca.pem' }),
    sound: stored({
      certificateAuthority: '-----BEGIN CERTIFICATE-----\nfake\n-----END CERTIFICATE-----\n',
    }),
    says: `mothership/demo/etcd-backup: certificateAuthority is "ca.pem"
  allowed: certificates in PEM
  fix: write the content of the file from -----BEGIN CERTIFICATE----- on`,
  },
  {
    rule: 'etcd-backup-secret',
    broken: task({ secretName: 'Backup Keys' }),
    sound: task({ secretName: 'backup-keys' }),
    says: `mothership/demo/etcd-backup: credentials is "Backup Keys"
  allowed: lower-case letters, digits, dashes and dots, starting and ending with a letter or digit
  fix: write "backup-keys"`,
  },
  {
    rule: 'etcd-task-schedule',
    broken: task({ schedule: '0 3 * * 5-1' }),
    sound: task({ schedule: '59 23 31 12 6-6' }),
    says: `mothership/demo/etcd-backup: schedule is "0 3 * * 5-1"
  allowed: minute, hour, day, month and day of the week, such as "30 3 * * 0"
  fix: write five fields, or leave it out`,
  },
  {
    rule: 'etcd-task-schedule',
    broken: task({ schedule: '60 3 * * *' }),
    says: `mothership/demo/etcd-backup: schedule is "60 3 * * *"
  allowed: minute, hour, day, month and day of the week, such as "30 3 * * 0"
  fix: write five fields, or leave it out`,
  },
  {
    rule: 'etcd-task-schedule',
    broken: task({ schedule: '0 3 0 * *' }),
    says: `mothership/demo/etcd-backup: schedule is "0 3 0 * *"
  allowed: minute, hour, day, month and day of the week, such as "30 3 * * 0"
  fix: write five fields, or leave it out`,
  },
];

function job(part: Partial<EtcdTaskModel>) {
  const facts = ETCD_TASK.is({ schedule: '0 3 * * *', store: STORE, ...part });
  return addonModel({ name: 'etcd-backup', type: 'etcd-backup', facts });
}

function task(part: Partial<EtcdTaskModel>): RuleCase['broken'] {
  return cluster({ addons: [job(part)] });
}

function stored(part: Partial<ObjectStoreModel>): RuleCase['broken'] {
  return task({ store: { ...STORE, ...part } });
}
