import type { AuditPolicyModel } from './audit-policy';
import type { SecretKey } from './bootstrap';
import type { HostVolume } from './host-volume';

/** Mode in which the API server sends audit events to a backend. */
export type AuditMode = 'batch' | 'blocking' | 'blocking-strict';

/** Log file for audit events. */
export interface AuditLog {
  /**
   * Absolute path of the file on control-plane machines, or `-` for standard output.
   *
   * @default '/var/log/kubernetes/audit/audit.log'
   */
  readonly path?: string;
  /**
   * Days to keep rotated files; 0 keeps them forever.
   *
   * @default 30
   */
  readonly maxAgeDays?: number;
  /**
   * Number of rotated files to keep; 0 keeps all.
   *
   * @default 10
   */
  readonly maxBackups?: number;
  /**
   * Size in mebibytes at which a file is rotated.
   *
   * @default 100
   */
  readonly maxSizeMiB?: number;
  /**
   * Whether rotated files are compressed.
   *
   * @default false
   */
  readonly compress?: boolean;
  /**
   * Mode in which events are written to the file.
   *
   * @default 'blocking'
   */
  readonly mode?: AuditMode;
}

/** Webhook that receives audit events. */
export interface AuditWebhook {
  /** Kubeconfig with the address of the webhook, in a Secret in the cluster's namespace. */
  readonly kubeconfig: SecretKey;
  /**
   * Mode in which events are sent to the webhook.
   *
   * @default 'batch'
   */
  readonly mode?: AuditMode;
  /**
   * Maximum number of events in a batch.
   *
   * @default - the API server's default, 400
   */
  readonly batchMaxSize?: number;
  /**
   * Seconds after which an incomplete batch is sent.
   *
   * @default - the API server's default, 30
   */
  readonly batchMaxWaitSeconds?: number;
  /**
   * Seconds before the first retry.
   *
   * @default - the API server's default, 10
   */
  readonly initialBackoffSeconds?: number;
}

/** Defaults of {@link AuditLog}. */
export const AUDIT_LOG_DEFAULTS = Object.freeze({
  path: '/var/log/kubernetes/audit/audit.log',
  maxAgeDays: 30,
  maxBackups: 10,
  maxSizeMiB: 100,
  compress: false,
  mode: 'blocking',
} as const);

/** Defaults of {@link AuditWebhook}. */
export const AUDIT_WEBHOOK_DEFAULTS = Object.freeze({ mode: 'batch' } as const);

/** Audit logging of the API server. */
export interface AuditModel {
  /** Audit policy. */
  readonly policy: AuditPolicyModel;
  /** Log file for audit events. */
  readonly log?: AuditLog | undefined;
  /** Webhook that receives audit events. */
  readonly webhook?: AuditWebhook | undefined;
}

/** Directory of the policy and the webhook's kubeconfig. */
export const AUDIT_FOLDER = '/etc/kubernetes/audit';

/** Returns the host paths mounted into the API server for audit logging. */
export function auditVolumes({ log }: AuditModel): readonly HostVolume[] {
  const path = log === undefined ? '-' : (log.path ?? AUDIT_LOG_DEFAULTS.path);
  if (path === '-') return [POLICY_VOLUME];
  const folder = path.slice(0, path.lastIndexOf('/'));
  return [
    POLICY_VOLUME,
    { name: 'audit-log', hostPath: folder, mountPath: folder, pathType: 'DirectoryOrCreate' },
  ];
}

const POLICY_VOLUME: HostVolume = {
  name: 'audit',
  hostPath: AUDIT_FOLDER,
  mountPath: AUDIT_FOLDER,
  readOnly: true,
  pathType: 'Directory',
};
