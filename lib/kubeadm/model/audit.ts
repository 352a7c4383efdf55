import type { AuditPolicyModel } from './audit-policy';
import type { SecretKey } from './bootstrap';
import type { HostVolume } from './host-volume';

/** When the API server waits for what it writes down. */
export type AuditMode = 'batch' | 'blocking' | 'blocking-strict';

/** File into which the API server writes what it was asked. */
export interface AuditLog {
  /**
   * Absolute path of the file on control-plane machines, or `-` for the standard output.
   *
   * @default '/var/log/kubernetes/audit/audit.log'
   */
  readonly path?: string;
  /**
   * Days for which full files are kept; 0 for ever.
   *
   * @default 30
   */
  readonly maxAgeDays?: number;
  /**
   * Full files that are kept; 0 for all.
   *
   * @default 10
   */
  readonly maxBackups?: number;
  /**
   * Size in mebibytes at which a file is full.
   *
   * @default 100
   */
  readonly maxSizeMiB?: number;
  /**
   * Whether full files are compressed.
   *
   * @default false
   */
  readonly compress?: boolean;
  /**
   * When the API server waits for the file.
   *
   * @default 'blocking'
   */
  readonly mode?: AuditMode;
}

/** Service to which the API server sends what it was asked. */
export interface AuditWebhook {
  /** Kubeconfig, in a Secret of the cluster's namespace, that says where the service is. */
  readonly kubeconfig: SecretKey;
  /**
   * When the API server waits for the service.
   *
   * @default 'batch'
   */
  readonly mode?: AuditMode;
  /**
   * Most events of a batch.
   *
   * @default - the API server's own, 400
   */
  readonly batchMaxSize?: number;
  /**
   * Seconds after which a batch goes that is not full.
   *
   * @default - the API server's own, 30
   */
  readonly batchMaxWaitSeconds?: number;
  /**
   * Seconds before the first try again.
   *
   * @default - the API server's own, 10
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

/** What the API server writes down of requests, and where. */
export interface AuditModel {
  /** What is written down. */
  readonly policy: AuditPolicyModel;
  /** File that it is written into. */
  readonly log?: AuditLog | undefined;
  /** Service that it is sent to. */
  readonly webhook?: AuditWebhook | undefined;
}

/** Folder of the policy and of the service's kubeconfig. */
export const AUDIT_FOLDER = '/etc/kubernetes/audit';

/** Paths of the machine that the API server sees for its audit. */
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
