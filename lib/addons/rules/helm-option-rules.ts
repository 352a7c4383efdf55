import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, nextWhole } from '../../base/words';
import { secretKeyFinding } from '../../secrets/rules/secret-key-finding';
import { HELM_CA_KEY } from '../model/helm-chart';
import type { AddonSubject } from './subjects';

const CLIENT = 'CAAPH@v0.6.4:internal/helm_client.go';
const WEBHOOK = 'CAAPH@v0.6.4:api/v1alpha1/helmchartproxy_webhook.go';

/** Rules on what Helm is told besides the chart. */
export const HELM_OPTION_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'helm-wait',
    reason: 'Helm looks at Jobs only where it waits, and has to wait for what it may roll back.',
    source: WEBHOOK,
    check({ addon: { path, helmChart } }, refuse) {
      const { wait, waitForJobs, atomic } = helmChart ?? {};
      if (atomic === true && wait === false) {
        refuse(
          { path, prop: 'wait' },
          { given: wait, allowed: 'true with atomic, which waits', fix: leaveOut() },
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
    reason: 'Helm gives up at once where it has no time.',
    source: WEBHOOK,
    check({ addon: { path, helmChart } }, refuse) {
      const seconds = helmChart?.timeoutSeconds;
      if (seconds === undefined || isWholeNumber(seconds, 1)) return;
      refuse(
        { path, prop: 'timeout' },
        {
          given: `${seconds} seconds`,
          allowed: 'a duration of 1 whole second or more',
          fix: leaveOut({ ends: ' for 10 minutes' }),
        },
      );
    },
  },
  {
    id: 'helm-max-history',
    reason: 'The provider takes 0 for nothing said, and keeps 10 revisions.',
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
    reason: 'The provider uses credentials and certificates for OCI registries alone.',
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
            allowed: `${prop} with an address of oci://`,
            fix: leaveOut({ or: 'bring the chart to an OCI registry' }),
          },
        );
      }
    },
  },
  {
    id: 'helm-secret',
    reason:
      'A chart is never pulled where the Secret or its key cannot exist, and certificates have one key.',
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
              allowed: `the key ${JSON.stringify(HELM_CA_KEY)}, and no other`,
              fix: write(HELM_CA_KEY),
            },
          );
        }
      }
    },
  },
];
