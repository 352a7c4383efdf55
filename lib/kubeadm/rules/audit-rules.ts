import { leaveOut, write } from '../../base/fix';
import { isCleanPath, isWithin } from '../../base/paths';
import type { Place, Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber, quotedList } from '../../base/words';
import { AUDIT_LOG_DEFAULTS, type AuditModel } from '../model/audit';
import type { AuditRule } from '../model/audit-policy';
import type { ControlPlaneSubject } from './subjects';

/** Directories that a mount would hide from the API server. */
const SYSTEM_FOLDERS = ['/etc', '/usr', '/bin', '/lib', '/proc', '/sys', '/dev', '/run'];
const VALIDATION = 'kubernetes/apiserver@v0.32.0:pkg/apis/audit/validation/validation.go';
const OPTIONS = 'kubernetes/apiserver@v0.32.0:pkg/server/options/audit.go';

/** Rules on audit logging. */
export const AUDIT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'audit-sink',
    reason: 'A policy without a log or a webhook logs nothing.',
    source: OPTIONS,
    check({ controlPlane: { path, audit } }, refuse) {
      if (audit === undefined || audit.log !== undefined || audit.webhook !== undefined) return;
      refuse(
        { path, prop: 'audit.log' },
        {
          given: undefined,
          allowed: 'a log, a webhook or both',
          fix: write({}, { begins: 'write log:' }),
        },
      );
    },
  },
  {
    id: 'audit-log-path',
    reason:
      'The directory of the file is mounted into the API server, and hides the files of its image there.',
    source: OPTIONS,
    check({ controlPlane: { path, audit } }, refuse) {
      const file = audit?.log?.path;
      if (file === undefined || file === '-' || isLogPath(file)) return;
      refuse(
        { path, prop: 'audit.log.path' },
        {
          given: file,
          allowed: `"-", or an absolute path of a file in a directory outside ${quotedList(SYSTEM_FOLDERS)}`,
          fix: leaveOut({ ends: ` to use ${JSON.stringify(AUDIT_LOG_DEFAULTS.path)}` }),
        },
      );
    },
  },
  {
    id: 'audit-numbers',
    reason: 'The API server accepts only integers for days, files, sizes and times.',
    source: OPTIONS,
    check({ controlPlane: { path, audit } }, refuse) {
      for (const [prop, value, least] of numbersOf(audit)) {
        if (value === undefined || isWholeNumber(value, least)) continue;
        const allowed = integerWords(value, least);
        refuse({ path, prop: `audit.${prop}` }, { given: value, allowed, fix: leaveOut() });
      }
    },
  },
  {
    id: 'audit-batch',
    reason: 'The API server sends batches only in the mode "batch".',
    source: OPTIONS,
    check({ controlPlane: { path, audit } }, refuse) {
      const { webhook } = audit ?? {};
      if (webhook?.mode === undefined || webhook.mode === 'batch') return;
      for (const prop of ['batchMaxSize', 'batchMaxWaitSeconds'] as const) {
        if (webhook[prop] === undefined) continue;
        refuse(
          { path, prop: `audit.webhook.${prop}` },
          {
            given: webhook[prop],
            allowed: 'none; requires the mode "batch"',
            fix: leaveOut({ begins: `leave ${prop} or mode out` }),
          },
        );
      }
    },
  },
];

/** Rules on audit policies. */
export const AUDIT_POLICY_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'audit-policy-empty',
    reason: 'The API server does not start with a policy that has no rules.',
    source: VALIDATION,
    check({ controlPlane: { path, audit } }, refuse) {
      if (audit?.policy.kind !== 'rules' || audit.policy.rules.length > 0) return;
      refuse(
        { path, prop: 'audit.policy' },
        { given: [], allowed: 'at least one rule', fix: 'write AuditPolicy.metadata()' },
      );
    },
  },
  {
    id: 'audit-policy-rule',
    reason: 'The API server rejects a rule for both resources and non-resource paths.',
    source: VALIDATION,
    check({ controlPlane: { path, audit } }, refuse) {
      if (audit?.policy.kind !== 'rules') return;
      audit.policy.rules.forEach((rule, index) => {
        checkRule({ path, prop: `audit.policy.rules[${index}]` }, rule, refuse);
      });
    },
  },
];

function isLogPath(file: string): boolean {
  if (!isCleanPath(file) || file.lastIndexOf('/') === 0) return false;
  return !SYSTEM_FOLDERS.some((folder) => isWithin(file, folder));
}

function numbersOf(audit: AuditModel | undefined): [string, number | undefined, number][] {
  const { log, webhook } = audit ?? {};
  return [
    ['log.maxAgeDays', log?.maxAgeDays, 0],
    ['log.maxBackups', log?.maxBackups, 0],
    ['log.maxSizeMiB', log?.maxSizeMiB, 1],
    ['webhook.batchMaxSize', webhook?.batchMaxSize, 1],
    ['webhook.batchMaxWaitSeconds', webhook?.batchMaxWaitSeconds, 1],
    ['webhook.initialBackoffSeconds', webhook?.initialBackoffSeconds, 1],
  ];
}

function checkRule(
  { path, prop }: Place,
  { nonResourceURLs = [], resources = [], namespaces = [] }: AuditRule,
  refuse: Refuse,
): void {
  if (nonResourceURLs.length > 0 && resources.length + namespaces.length > 0) {
    refuse(
      { path, prop: `${prop}.nonResourceURLs` },
      {
        given: nonResourceURLs,
        allowed: 'none; the rule is for resources or namespaces',
        fix: 'split it into two rules',
      },
    );
  }
  for (const url of nonResourceURLs) {
    if (/^(\*|\/[^*]*\*?)$/.test(url)) continue;
    refuse(
      { path, prop: `${prop}.nonResourceURLs` },
      {
        given: url,
        allowed: 'paths that begin with a slash, with an asterisk only at the end',
        fix:
          url.startsWith('/') || url.includes('*')
            ? 'end the path at the asterisk'
            : write(`/${url}`),
      },
    );
  }
  for (const { resources: kinds = [], resourceNames = [] } of resources) {
    if (kinds.length > 0 || resourceNames.length === 0) continue;
    refuse(
      { path, prop: `${prop}.resources.resourceNames` },
      {
        given: resourceNames,
        allowed: 'names together with their resources',
        fix: 'add the resources',
      },
    );
  }
}
