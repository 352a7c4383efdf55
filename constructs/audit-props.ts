import type { AuditLog, AuditModel, AuditWebhook } from '../lib/kubeadm/model/audit';
import type { AuditPolicy } from '../lib/kubeadm/model/audit-policy';

/** What the API server writes down of requests, and where. */
export interface AuditProps {
  /** What is written down. */
  readonly policy: AuditPolicy;
  /**
   * File on control-plane machines that it is written into; `{}` takes every default.
   *
   * @default - no file
   */
  readonly log?: AuditLog;
  /**
   * Service that it is sent to.
   *
   * @default - no service
   */
  readonly webhook?: AuditWebhook;
}

/** Model data of an audit. */
export function auditModel({ policy, log, webhook }: AuditProps): AuditModel {
  return { policy: policy.model, log, webhook };
}
