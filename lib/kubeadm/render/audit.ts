import { goDuration } from '../../base/duration';
import { compact, type Fields } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import {
  AUDIT_FOLDER,
  AUDIT_LOG_DEFAULTS,
  AUDIT_WEBHOOK_DEFAULTS,
  type AuditLog,
  type AuditModel,
  type AuditWebhook,
} from '../model/audit';
import type { AuditPolicyModel, AuditRule } from '../model/audit-policy';
import type { NodeFile } from '../model/bootstrap';
import type { Arguments, ControlPlanePart } from './control-plane-part';
import { texts } from './texts';

const POLICY = `${AUDIT_FOLDER}/policy.yaml`;
const KUBECONFIG = `${AUDIT_FOLDER}/webhook.conf`;
const PRIVATE = '0600';

/** Renders the control-plane part for audit logging. */
export function auditPart(
  audit: AuditModel | undefined,
  emitDocuments: EmitDocuments,
): ControlPlanePart {
  if (audit === undefined) return {};
  const { policy, log, webhook } = audit;
  const files: NodeFile[] = [
    { path: POLICY, permissions: PRIVATE, content: policyContent(policy, emitDocuments) },
  ];
  if (webhook !== undefined) {
    files.push({ path: KUBECONFIG, permissions: PRIVATE, content: webhook.kubeconfig });
  }
  return {
    files,
    apiServer: {
      args: {
        'audit-policy-file': POLICY,
        ...(log && logArgs(log)),
        ...(webhook && webhookArgs(webhook)),
      },
    },
  };
}

function logArgs(given: AuditLog): Arguments {
  const log = { ...AUDIT_LOG_DEFAULTS, ...given };
  const sink = { 'audit-log-path': log.path, 'audit-log-mode': log.mode };
  if (log.path === '-') return sink;
  return {
    ...sink,
    'audit-log-maxage': String(log.maxAgeDays),
    'audit-log-maxbackup': String(log.maxBackups),
    'audit-log-maxsize': String(log.maxSizeMiB),
    'audit-log-compress': String(log.compress),
  };
}

function webhookArgs({ mode, ...webhook }: AuditWebhook): Arguments {
  return texts({
    'audit-webhook-config-file': KUBECONFIG,
    'audit-webhook-mode': mode ?? AUDIT_WEBHOOK_DEFAULTS.mode,
    'audit-webhook-batch-max-size': webhook.batchMaxSize,
    'audit-webhook-batch-max-wait': goDuration(webhook.batchMaxWaitSeconds),
    'audit-webhook-initial-backoff': goDuration(webhook.initialBackoffSeconds),
  });
}

function policyContent(
  policy: AuditPolicyModel,
  emitDocuments: EmitDocuments,
): NodeFile['content'] {
  if (policy.kind === 'secret') return policy.secret;
  const document = {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    ...compact({ omitStages: policy.omitStages }),
    omitManagedFields: policy.omitManagedFields,
    rules: policy.rules.map(ruleFields),
  };
  return emitDocuments([document]);
}

function ruleFields({ level, resources, ...rest }: AuditRule): Fields {
  return {
    level,
    ...compact({
      ...rest,
      resources: resources?.map(({ group, ...more }) => ({ group, ...compact(more) })),
    }),
  };
}
