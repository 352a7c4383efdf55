import type { DrainRuleModel } from '../../../../lib/cluster/model/drain-rule';
import { poolModel } from '../../../support/models';
import { everywhere, type PropRow, testProps } from '../../../support/rendering';

const CLUSTER = { matchLabels: { 'capi-fleet/cluster': 'demo' } };
const LABELS = { kind: 'job' };
const TEAM = { key: 'team', operator: 'In', values: ['a', 'b'] } as const;

const ROWS: Readonly<Record<keyof Omit<DrainRuleModel, 'path'>, readonly PropRow[]>> = {
  name: [
    row({}, 'metadata.name', 'demo-jobs'),
    row({}, 'spec.machines', [{ clusterSelector: CLUSTER }]),
  ],
  behavior: [
    row({ behavior: { kind: 'skip' } }, 'spec.drain', { behavior: 'Skip' }),
    row({ behavior: { kind: 'waitCompleted' } }, 'spec.drain', { behavior: 'WaitCompleted' }),
    row({ behavior: { kind: 'drain' } }, 'spec.drain', { behavior: 'Drain' }),
    row({ behavior: { kind: 'drain', order: 0 } }, 'spec.drain', { behavior: 'Drain', order: 0 }),
  ],
  pods: [
    row(
      {
        pods: [
          { selector: { matchLabels: LABELS } },
          { namespaceSelector: { matchExpressions: [TEAM] } },
        ],
      },
      'spec.pods',
      [{ selector: { matchLabels: LABELS } }, { namespaceSelector: { matchExpressions: [TEAM] } }],
    ),
  ],
  pools: [
    row({ pools: ['workers'] }, 'spec.machines', [
      {
        selector: {
          matchExpressions: [
            {
              key: 'cluster.x-k8s.io/deployment-name',
              operator: 'In',
              values: ['demo-workers-az1', 'demo-workers-az2'],
            },
          ],
        },
        clusterSelector: CLUSTER,
      },
    ]),
  ],
};

describe('a rendered drain rule', () => {
  testProps(ROWS);
});

function row(rule: Partial<DrainRuleModel>, place: string, value: unknown): PropRow {
  const usual = { path: 'mothership/demo/jobs', name: 'jobs' };
  return {
    model: {
      drainRules: [{ ...usual, behavior: { kind: 'drain' }, ...rule }],
      pools: [poolModel({ failureDomains: ['az1', 'az2'] }), poolModel({ name: 'other' })],
    },
    key: 'drainRule/jobs',
    lands: everywhere(place, value),
  };
}
