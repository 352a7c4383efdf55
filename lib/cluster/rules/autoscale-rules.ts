import { leaveOut, write } from '../../base/fix';
import { durationFinding } from '../../base/moment';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, nextWhole } from '../../base/words';
import type { AutoscaleModel } from '../model/autoscale';
import type { PoolSubject } from './subjects';

const UTILS =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_utils.go';
const PRIORITY = 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/expander/priority/readme.md';

const TIMES: Readonly<Record<string, keyof AutoscaleModel>> = {
  scaleDownUnneededTime: 'scaleDownUnneededSeconds',
  scaleDownUnreadyTime: 'scaleDownUnreadySeconds',
  maxNodeProvisionTime: 'maxNodeProvisionSeconds',
  maxNodeStartupTime: 'maxNodeStartupSeconds',
};

/** Rules on the autoscaler settings of a pool. */
export const AUTOSCALE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'autoscale-threshold',
    reason: 'The autoscaler ignores a threshold that it cannot read as a fraction.',
    source: UTILS,
    check({ pool: { path, autoscale } }, refuse) {
      for (const prop of [
        'scaleDownUtilizationThreshold',
        'scaleDownGpuUtilizationThreshold',
      ] as const) {
        const given = autoscale?.[prop];
        if (given === undefined || (given >= 0 && given <= 1)) continue;
        refuse(
          { path, prop: `autoscale.${prop}` },
          {
            given,
            allowed: 'a fraction from 0 to 1',
            fix: given > 1 && given <= 100 ? write(given / 100) : leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'autoscale-time',
    reason: 'The autoscaler is configured with times in whole seconds.',
    source: UTILS,
    check({ pool: { path, autoscale } }, refuse) {
      for (const prop in TIMES) {
        const finding = durationFinding(autoscale?.[TIMES[prop] ?? 'maxSize']);
        if (finding !== undefined) refuse({ path, prop: `autoscale.${prop}` }, finding);
      }
    },
  },
  {
    id: 'autoscale-priority',
    reason: 'The autoscaler ranks pools only by whole numbers.',
    source: PRIORITY,
    check({ pool: { path, autoscale } }, refuse) {
      const given = autoscale?.priority;
      if (given === undefined || isWholeNumber(given, 0)) return;
      const next = nextWhole(given, 0);
      refuse(
        { path, prop: 'autoscale.priority' },
        {
          given,
          allowed: integerWords(given, 0),
          fix: next === undefined ? leaveOut() : write(next),
        },
      );
    },
  },
];
