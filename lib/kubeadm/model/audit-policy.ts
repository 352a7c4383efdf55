import type { SecretKey } from './bootstrap';

/** How much of a request is written down. */
export type AuditLevel = 'None' | 'Metadata' | 'Request' | 'RequestResponse';

/** Moment of a request at which something is written down. */
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

/** Rule of an audit policy: the first one that a request fits says what becomes of it. */
export interface AuditRule {
  /** How much is written down. */
  readonly level: AuditLevel;
  /** Users that the rule is about; absent for all. */
  readonly users?: readonly string[];
  /** Groups of users that the rule is about; absent for all. */
  readonly userGroups?: readonly string[];
  /** Verbs that the rule is about; absent for all. */
  readonly verbs?: readonly string[];
  /** Resources that the rule is about; absent for all. */
  readonly resources?: readonly AuditResources[];
  /** Namespaces that the rule is about; absent for all. */
  readonly namespaces?: readonly string[];
  /** Paths that are no resources, such as `/healthz*`. */
  readonly nonResourceURLs?: readonly string[];
  /** Stages at which nothing is written down, besides the policy's. */
  readonly omitStages?: readonly AuditStage[];
  /** Whether `managedFields` are left out of bodies; absent for what the policy says. */
  readonly omitManagedFields?: boolean;
}

/** Options of {@link AuditPolicy.rules}. */
export interface AuditPolicyOptions {
  /**
   * Stages at which nothing is written down.
   *
   * @default - the moment before a request is looked at, `RequestReceived`
   */
  readonly omitStages?: readonly AuditStage[];
  /**
   * Whether `managedFields` are left out of bodies.
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

/** What the API server writes down of requests. */
export class AuditPolicy {
  /** Rules of your own, of which the first that fits a request counts. */
  static rules(rules: readonly AuditRule[], options: AuditPolicyOptions = {}): AuditPolicy {
    return new AuditPolicy({
      kind: 'rules',
      rules,
      omitStages: options.omitStages ?? ['RequestReceived'],
      omitManagedFields: options.omitManagedFields ?? AUDIT_POLICY_DEFAULTS.omitManagedFields,
    });
  }

  /** Who did what and when, without bodies and without the noise of probes, leases and events. */
  static metadata(): AuditPolicy {
    return AuditPolicy.rules(METADATA_RULES);
  }

  /** Policy in a Secret of the cluster's namespace; another policy is one of another name. */
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
