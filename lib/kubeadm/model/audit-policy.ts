import type { SecretKey } from './bootstrap';

/** How much of a request is logged. */
export type AuditLevel = 'None' | 'Metadata' | 'Request' | 'RequestResponse';

/** Stage of a request at which an event is logged. */
export type AuditStage = 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';

/** Resources of one API group. */
export interface AuditResources {
  /** API group; empty for the core group. */
  readonly group: string;
  /** Resources of the group, such as `pods` or `pods/log`; absent for all. */
  readonly resources?: readonly string[];
  /** Names of objects; absent for all. */
  readonly resourceNames?: readonly string[];
}

/** Rule of an audit policy; the first rule that matches a request applies. */
export interface AuditRule {
  /** How much is logged. */
  readonly level: AuditLevel;
  /** Users that the rule applies to; absent for all. */
  readonly users?: readonly string[];
  /** Groups of users that the rule applies to; absent for all. */
  readonly userGroups?: readonly string[];
  /** Verbs that the rule applies to; absent for all. */
  readonly verbs?: readonly string[];
  /** Resources that the rule applies to; absent for all. */
  readonly resources?: readonly AuditResources[];
  /** Namespaces that the rule applies to; absent for all. */
  readonly namespaces?: readonly string[];
  /** Non-resource URL paths, such as `/healthz*`. */
  readonly nonResourceURLs?: readonly string[];
  /** Stages at which nothing is logged, in addition to those of the policy. */
  readonly omitStages?: readonly AuditStage[];
  /** Whether `managedFields` are omitted from bodies; absent for the policy's setting. */
  readonly omitManagedFields?: boolean;
}

/** Options of {@link AuditPolicy.rules}. */
export interface AuditPolicyOptions {
  /**
   * Stages at which nothing is logged.
   *
   * @default - `RequestReceived`, the stage before a request is processed
   */
  readonly omitStages?: readonly AuditStage[];
  /**
   * Whether `managedFields` are omitted from bodies.
   *
   * @default true
   */
  readonly omitManagedFields?: boolean;
}

/** Defaults of {@link AuditPolicyOptions}. */
export const AUDIT_POLICY_DEFAULTS = Object.freeze({ omitManagedFields: true });

/** Audit policy as plain data. */
export type AuditPolicyModel =
  | ({
      readonly kind: 'rules';
      readonly rules: readonly AuditRule[];
    } & Required<AuditPolicyOptions>)
  | { readonly kind: 'secret'; readonly secret: SecretKey };

/** Audit policy of the API server. */
export class AuditPolicy {
  /** Creates a policy from rules; the first rule that matches a request applies. */
  static rules(rules: readonly AuditRule[], options: AuditPolicyOptions = {}): AuditPolicy {
    return new AuditPolicy({
      kind: 'rules',
      rules,
      omitStages: options.omitStages ?? ['RequestReceived'],
      omitManagedFields: options.omitManagedFields ?? AUDIT_POLICY_DEFAULTS.omitManagedFields,
    });
  }

  /** Creates a policy that logs who did what and when, without bodies, probes, leases and events. */
  static metadata(): AuditPolicy {
    return AuditPolicy.rules(METADATA_RULES);
  }

  /** Reads the policy from a Secret in the cluster's namespace. A changed policy needs a Secret with a new name. */
  static fromSecret(secret: SecretKey): AuditPolicy {
    return new AuditPolicy({ kind: 'secret', secret });
  }

  private constructor(
    /** Policy as plain data. */
    readonly model: AuditPolicyModel,
  ) {}
}

const METADATA_RULES: readonly AuditRule[] = [
  { level: 'None', nonResourceURLs: ['/healthz*', '/livez*', '/readyz*', '/version', '/metrics'] },
  {
    level: 'None',
    userGroups: ['system:nodes', 'system:serviceaccounts:kube-system'],
    resources: [{ group: 'coordination.k8s.io', resources: ['leases'] }],
  },
  {
    level: 'None',
    resources: [
      { group: '', resources: ['events'] },
      { group: 'events.k8s.io', resources: ['events'] },
    ],
  },
  { level: 'Metadata' },
];
