import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, nextWhole } from '../../base/words';
import { secretKeyFinding } from '../../secrets/rules/secret-key-finding';
import { HELM_CA_KEY } from '../model/helm-chart';
import type { AddonSubject } from './subjects';

const CLIENT = 'CAAPH@v0.6.4:internal/helm_client.go';
const WEBHOOK = 'CAAPH@v0.6.4:api/v1alpha1/helmchartproxy_webhook.go';

/** Rules on the options of Helm for a chart. */
export const HELM_OPTION_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'helm-wait',
    reason: 'Helm checks Jobs only if it waits, and must wait for a release that it may roll back.',
    source: WEBHOOK,
    check({ addon: { path, helmChart } }, refuse) {
      const { wait, waitForJobs, atomic } = helmChart ?? {};
      if (atomic === true && wait === false) {
        refuse(
          { path, prop: 'wait' },
          { given: wait, allowed: 'true with atomic, which always waits', fix: leaveOut() },
        );
      }
      if (waitForJobs !== true || wait === true || atomic === true) return;
      refuse(
        { path, prop: 'wait' },
        {
          given: wait,
          allowed: 'true with waitForJobs',
          fix: write(true, { begins: 'write wait:', or: 'leave waitForJobs out' }),
        },
      );
    },
  },
  {
    id: 'helm-timeout',
    reason: 'Helm gives up immediately if the timeout is zero.',
    source: WEBHOOK,
    check({ addon: { path, helmChart } }, refuse) {
      const seconds = helmChart?.timeoutSeconds;
      if (seconds === undefined || isWholeNumber(seconds, 1)) return;
      refuse(
        { path, prop: 'timeout' },
        {
          given: `${seconds} seconds`,
          allowed: 'a duration of at least 1 second, in whole seconds',
          fix: leaveOut({ ends: ' to use 10 minutes' }),
        },
      );
    },
  },
  {
    id: 'helm-max-history',
    reason: 'The provider treats 0 as unset and keeps 10 revisions.',
    source: CLIENT,
    check({ addon: { path, helmChart } }, refuse) {
      const given = helmChart?.maxHistory;
      if (given === undefined || isWholeNumber(given, 1)) return;
      const next = nextWhole(given, 1);
      refuse(
        { path, prop: 'maxHistory' },
        {
          given,
          allowed: integerWords(given, 1),
          fix: next === undefined ? leaveOut() : write(next),
        },
      );
    },
  },
  {
    id: 'helm-registry',
    reason: 'The provider uses credentials and certificates only for OCI registries.',
    source: CLIENT,
    check({ addon: { path, helmChart } }, refuse) {
      if (helmChart === undefined || /^oci:/.test(helmChart.repository)) return;
      for (const prop of ['credentials', 'ca'] as const) {
        const given = helmChart[prop];
        if (given === undefined) continue;
        refuse(
          { path, prop },
          {
            given,
            allowed: `none; ${prop} needs a repository with oci://`,
            fix: leaveOut({ or: 'push the chart to an OCI registry' }),
          },
        );
      }
    },
  },
  {
    id: 'helm-secret',
    reason:
      'The chart is never pulled if the Secret or its key cannot exist, and certificates must be under one fixed key.',
    source: 'CAAPH@v0.6.4:controllers/helmreleaseproxy/helmreleaseproxy_controller.go',
    check({ addon: { path, helmChart } }, refuse) {
      for (const prop of ['credentials', 'ca'] as const) {
        const secret = helmChart?.[prop];
        if (secret === undefined) continue;
        const finding = secretKeyFinding(secret);
        if (finding !== undefined) {
          refuse({ path, prop }, finding);
        } else if (prop === 'ca' && secret.key !== HELM_CA_KEY) {
          refuse(
            { path, prop: 'ca.key' },
            {
              given: secret.key,
              allowed: `only the key ${JSON.stringify(HELM_CA_KEY)}`,
              fix: write(HELM_CA_KEY),
            },
          );
        }
      }
    },
  },
];
