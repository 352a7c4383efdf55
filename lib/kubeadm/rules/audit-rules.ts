import { leaveOut, write } from '../../base/fix';
import { isCleanPath, isWithin } from '../../base/paths';
import type { Place, Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber, quotedList } from '../../base/words';
import { AUDIT_LOG_DEFAULTS, type AuditModel } from '../model/audit';
import type { AuditRule } from '../model/audit-policy';
import type { ControlPlaneSubject } from './subjects';

/** Folders that a mounted one would hide from the API server. */
const SYSTEM_FOLDERS = ['/etc', '/usr', '/bin', '/lib', '/proc', '/sys', '/dev', '/run'];
const VALIDATION = 'kubernetes/apiserver@v0.32.0:pkg/apis/audit/validation/validation.go';
const OPTIONS = 'kubernetes/apiserver@v0.32.0:pkg/server/options/audit.go';

/** Rules on what the API server writes down of requests. */
export const AUDIT_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'audit-sink',
    reason: 'A policy without a file or a service writes nothing down.',
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
    reason: 'The folder of the file is mounted, and hides what the image has there.',
    source: OPTIONS,
    check({ controlPlane: { path, audit } }, refuse) {
      const file = audit?.log?.path;
      if (file === undefined || file === '-' || isLogPath(file)) return;
      refuse(
        { path, prop: 'audit.log.path' },
        {
          given: file,
          allowed: `"-", or an absolute path of a file in a folder that is not in ${quotedList(SYSTEM_FOLDERS)}`,
          fix: leaveOut({ ends: ` for ${JSON.stringify(AUDIT_LOG_DEFAULTS.path)}` }),
        },
      );
    },
  },
  {
    id: 'audit-numbers',
    reason: 'Days, files, sizes and times are counted in whole numbers.',
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
    reason: 'Only the mode batch makes batches.',
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
            allowed: 'with the mode "batch" only',
            fix: leaveOut({ begins: `leave ${prop} or mode out` }),
          },
        );
      }
    },
  },
];

/** Rules on what an audit policy says. */
export const AUDIT_POLICY_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'audit-policy-empty',
    reason: 'The API server does not start with a policy that has no rules.',
    source: VALIDATION,
    check({ controlPlane: { path, audit } }, refuse) {
      if (audit?.policy.kind !== 'rules' || audit.policy.rules.length > 0) return;
      refuse(
        { path, prop: 'audit.policy' },
        { given: [], allowed: 'one rule or more', fix: 'write AuditPolicy.metadata()' },
      );
    },
  },
  {
    id: 'audit-policy-rule',
    reason: 'The API server takes a rule about resources or about other paths, not about both.',
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
        allowed: 'no paths in a rule about resources or namespaces',
        fix: 'make two rules of it',
      },
    );
  }
  for (const url of nonResourceURLs) {
    if (/^(\*|\/[^*]*\*?)$/.test(url)) continue;
    refuse(
      { path, prop: `${prop}.nonResourceURLs` },
      {
        given: url,
        allowed: 'paths that begin with a slash, with an asterisk at the end at most',
        fix:
          url.startsWith('/') || url.includes('*')
            ? 'end the path where the asterisk is'
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
        allowed: 'names together with the resources that have them',
        fix: 'name the resources too',
      },
    );
  }
}
