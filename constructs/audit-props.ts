import type { AuditLog, AuditModel, AuditWebhook } from '../lib/kubeadm/model/audit';
import type { AuditPolicy } from '../lib/kubeadm/model/audit-policy';

/** Audit logging of the API server. */
export interface AuditProps {
  /** What is logged. */
  readonly policy: AuditPolicy;
  /**
   * Log file on control-plane machines; `{}` uses the default for every setting.
   *
   * @default - no file
   */
  readonly log?: AuditLog;
  /**
   * Service that receives the audit events.
   *
   * @default - no service
   */
  readonly webhook?: AuditWebhook;
}

/** Converts audit props to model data. */
export function auditModel({ policy, log, webhook }: AuditProps): AuditModel {
  return { policy: policy.model, log, webhook };
}
