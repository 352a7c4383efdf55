import type { AuditModel } from '../../../../../lib/kubeadm/model/audit';
import { AuditPolicy, type AuditRule } from '../../../../../lib/kubeadm/model/audit-policy';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const KUBECONFIG = { name: 'demo-audit-webhook', key: 'value' };
const ALL: AuditRule = { level: 'Metadata' };

/** Examples of rules on audits and on Secrets with files of features. */
export const AUDIT_CASES: readonly RuleCase[] = [
  {
    rule: 'audit-sink',
    broken: audited({ log: undefined }),
    sound: audited({}),
    says: `mothership/demo/control-plane: audit.log is missing
  allowed: a log, a webhook or both
  fix: write log: {}`,
  },
  {
    rule: 'audit-log-path',
    broken: audited({ log: { path: '/etc/kubernetes/audit.log' } }),
    sound: audited({ log: { path: '/srv/audit/audit.log' } }),
    says: `mothership/demo/control-plane: audit.log.path is "/etc/kubernetes/audit.log"
  allowed: "-", or an absolute path of a file in a directory outside "/etc", "/usr", "/bin", "/lib", "/proc", "/sys", "/dev", "/run"
  fix: leave it out to use "/var/log/kubernetes/audit/audit.log"`,
  },
  {
    rule: 'audit-numbers',
    broken: audited({ log: { maxAgeDays: -1, maxSizeMiB: 0 } }),
    sound: audited({ log: { maxAgeDays: 0, maxSizeMiB: 1 } }),
    says: `mothership/demo/control-plane: audit.log.maxAgeDays is -1
  allowed: an integer of 0 or more
  fix: leave it out
mothership/demo/control-plane: audit.log.maxSizeMiB is 0
  allowed: an integer of 1 or more
  fix: leave it out`,
  },
  {
    rule: 'audit-batch',
    broken: audited({ webhook: { kubeconfig: KUBECONFIG, mode: 'blocking', batchMaxSize: 5 } }),
    sound: audited({ webhook: { kubeconfig: KUBECONFIG, mode: 'batch', batchMaxSize: 5 } }),
    says: `mothership/demo/control-plane: audit.webhook.batchMaxSize is 5
  allowed: none; requires the mode "batch"
  fix: leave batchMaxSize or mode out`,
  },
  {
    rule: 'audit-policy-empty',
    broken: ruled(),
    sound: ruled(ALL),
    says: `mothership/demo/control-plane: audit.policy is []
  allowed: at least one rule
  fix: write AuditPolicy.metadata()`,
  },
  {
    rule: 'audit-policy-rule',
    broken: ruled({ ...ALL, namespaces: ['prod'], nonResourceURLs: ['/healthz'] }),
    sound: ruled({ ...ALL, namespaces: ['prod'] }, { ...ALL, nonResourceURLs: ['*', '/api*'] }),
    says: `mothership/demo/control-plane: audit.policy.rules[0].nonResourceURLs is ["/healthz"]
  allowed: none; the rule is for resources or namespaces
  fix: split it into two rules`,
  },
  {
    rule: 'audit-policy-rule',
    broken: ruled({ ...ALL, nonResourceURLs: ['healthz', '/a*b'] }),
    says: `mothership/demo/control-plane: audit.policy.rules[0].nonResourceURLs is "healthz"
  allowed: paths that begin with a slash, with an asterisk only at the end
  fix: write "/healthz"
mothership/demo/control-plane: audit.policy.rules[0].nonResourceURLs is "/a*b"
  allowed: paths that begin with a slash, with an asterisk only at the end
  fix: end the path at the asterisk`,
  },
  {
    rule: 'audit-policy-rule',
    broken: ruled({ ...ALL, resources: [{ group: '', resourceNames: ['web'] }] }),
    says: `mothership/demo/control-plane: audit.policy.rules[0].resources.resourceNames is ["web"]
  allowed: names together with their resources
  fix: add the resources`,
  },
  {
    rule: 'secret-name',
    broken: audited({ policy: AuditPolicy.fromSecret({ name: 'Audit_Policy', key: 'a' }).model }),
    sound: audited({ policy: AuditPolicy.fromSecret({ name: 'audit-policy', key: 'a' }).model }),
    says: `mothership/demo/control-plane: audit.policy.name is "Audit_Policy"
  allowed: the name of a Secret: lower-case letters, digits, dashes and dots
  fix: write "audit-policy"`,
  },
  {
    rule: 'secret-key',
    broken: audited({ webhook: { kubeconfig: { ...KUBECONFIG, key: 'a/b' } } }),
    sound: audited({ webhook: { kubeconfig: KUBECONFIG } }),
    says: `mothership/demo/control-plane: audit.webhook.kubeconfig.key is "a/b"
  allowed: the name of a key: letters, digits, dashes, underscores and dots
  fix: write a key from the data of the Secret`,
  },
  {
    rule: 'secret-taken',
    broken: audited({ webhook: { kubeconfig: { name: 'demo-kubeconfig', key: 'value' } } }),
    sound: audited({ webhook: { kubeconfig: { name: 'other-kubeconfig', key: 'value' } } }),
    says: `mothership/demo/control-plane: audit.webhook.kubeconfig.name is "demo-kubeconfig"
  allowed: names other than "demo-kubeconfig", "demo-ca", "demo-etcd", "demo-proxy", "demo-sa"
  fix: give the Secret another name`,
  },
];

function audited(part: Partial<AuditModel>): RuleCase['broken'] {
  const policy = AuditPolicy.metadata().model;
  return withControlPlane({ audit: { policy, log: {}, ...part } });
}

function ruled(...rules: readonly AuditRule[]): RuleCase['broken'] {
  return audited({ policy: AuditPolicy.rules(rules).model });
}
