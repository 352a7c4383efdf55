import type { AuditLog, AuditModel, AuditWebhook } from '../../../../lib/kubeadm/model/audit';
import { AuditPolicy } from '../../../../lib/kubeadm/model/audit-policy';
import type { PropRow } from '../../../support/rendering';
import { CLUSTER, CONFIG, feature, onComponent } from './control-plane-landings';

const FOLDER = '/etc/kubernetes/audit';
const POLICY_ARG = { 'audit-policy-file': `${FOLDER}/policy.yaml` };
const POLICY_VOLUME = {
  name: 'audit',
  hostPath: FOLDER,
  mountPath: FOLDER,
  readOnly: true,
  pathType: 'Directory',
};
const LOG_ARGS = {
  'audit-log-path': '/var/log/kubernetes/audit/audit.log',
  'audit-log-mode': 'blocking',
  'audit-log-maxage': '30',
  'audit-log-maxbackup': '10',
  'audit-log-maxsize': '100',
  'audit-log-compress': 'false',
};
const SECRET = { name: 'demo-audit', key: 'policy.yaml' };
const KUBECONFIG = { name: 'demo-audit', key: 'webhook' };
const WEBHOOK_ARGS = {
  'audit-webhook-config-file': `${FOLDER}/webhook.conf`,
  'audit-webhook-mode': 'batch',
};
const TYPED = AuditPolicy.rules(
  [
    {
      level: 'Request',
      users: ['eve'],
      userGroups: ['staff'],
      verbs: ['delete'],
      resources: [{ group: '', resources: ['pods'], resourceNames: ['web'] }],
      namespaces: ['prod'],
      omitStages: ['ResponseStarted'],
      omitManagedFields: false,
    },
    { level: 'None', nonResourceURLs: ['/healthz*'] },
  ],
  { omitStages: ['Panic'], omitManagedFields: false },
).model;
const TYPED_TEXT = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
  - Panic
omitManagedFields: false
rules:
  - level: Request
    users:
      - eve
    userGroups:
      - staff
    verbs:
      - delete
    namespaces:
      - prod
    omitStages:
      - ResponseStarted
    omitManagedFields: false
    resources:
      - group: ''
        resources:
          - pods
        resourceNames:
          - web
  - level: None
    nonResourceURLs:
      - /healthz*
`;

const LOG_ROWS: Readonly<Record<keyof AuditLog, readonly PropRow[]>> = {
  path: [
    feature(
      { audit: audit({ log: { path: '/srv/audit/log' } }) },
      [...CLUSTER, 'apiServer', 'extraVolumes'],
      [
        POLICY_VOLUME,
        {
          name: 'audit-log',
          hostPath: '/srv/audit',
          mountPath: '/srv/audit',
          pathType: 'DirectoryOrCreate',
        },
      ],
    ),
    log({ path: '/srv/audit/log' }, { 'audit-log-path': '/srv/audit/log' }),
    onComponent({ audit: audit({ log: { path: '-' } }) }, 'apiServer', {
      ...POLICY_ARG,
      'audit-log-path': '-',
      'audit-log-mode': 'blocking',
    }),
  ],
  maxAgeDays: [log({ maxAgeDays: 0 }, { 'audit-log-maxage': '0' })],
  maxBackups: [log({ maxBackups: 0 }, { 'audit-log-maxbackup': '0' })],
  maxSizeMiB: [log({ maxSizeMiB: 7 }, { 'audit-log-maxsize': '7' })],
  compress: [log({ compress: true }, { 'audit-log-compress': 'true' })],
  mode: [log({ mode: 'batch' }, { 'audit-log-mode': 'batch' })],
};

const WEBHOOK_ROWS: Readonly<Record<keyof AuditWebhook, readonly PropRow[]>> = {
  kubeconfig: [
    webhook({}, {}),
    feature(
      { audit: audit({ policy: secretPolicy(), webhook: { kubeconfig: KUBECONFIG } }) },
      [...CONFIG, 'files', 1],
      {
        path: `${FOLDER}/webhook.conf`,
        owner: 'root:root',
        permissions: '0600',
        contentFrom: { secret: KUBECONFIG },
      },
    ),
  ],
  mode: [webhook({ mode: 'blocking' }, { 'audit-webhook-mode': 'blocking' })],
  batchMaxSize: [webhook({ batchMaxSize: 10 }, { 'audit-webhook-batch-max-size': '10' })],
  batchMaxWaitSeconds: [
    webhook({ batchMaxWaitSeconds: 90 }, { 'audit-webhook-batch-max-wait': '1m30s' }),
  ],
  initialBackoffSeconds: [
    webhook({ initialBackoffSeconds: 5 }, { 'audit-webhook-initial-backoff': '5s' }),
  ],
};

const ROWS: Readonly<Record<keyof AuditModel, readonly PropRow[]>> = {
  policy: [
    feature(
      { audit: audit({ policy: TYPED, log: {} }) },
      [...CONFIG, 'files'],
      [
        {
          path: `${FOLDER}/policy.yaml`,
          owner: 'root:root',
          permissions: '0600',
          content: TYPED_TEXT,
        },
      ],
    ),
    feature(
      { audit: audit({ policy: secretPolicy(), log: {} }) },
      [...CONFIG, 'files', 0, 'contentFrom'],
      { secret: SECRET },
    ),
  ],
  log: Object.values(LOG_ROWS).flat(),
  webhook: Object.values(WEBHOOK_ROWS).flat(),
};

/** Rows of everything that an audit may say. */
export const AUDIT_ROWS = Object.values(ROWS).flat();

function audit(part: Partial<AuditModel>): AuditModel {
  return { policy: AuditPolicy.metadata().model, ...part };
}

function secretPolicy(): AuditModel['policy'] {
  return AuditPolicy.fromSecret(SECRET).model;
}

function log(part: AuditLog, args: Readonly<Record<string, string>>): PropRow {
  const all = { ...POLICY_ARG, ...LOG_ARGS, ...args };
  return onComponent({ audit: audit({ log: part }) }, 'apiServer', all);
}

function webhook(part: Partial<AuditWebhook>, args: Readonly<Record<string, string>>): PropRow {
  const all = { ...POLICY_ARG, ...WEBHOOK_ARGS, ...args };
  return onComponent(
    { audit: audit({ webhook: { kubeconfig: KUBECONFIG, ...part } }) },
    'apiServer',
    all,
  );
}
