import type { DrainRuleModel } from '../../../../../lib/cluster/model/drain-rule';
import { clusterModel } from '../../../../support/models';
import type { RuleCase } from '../../../assembly/rule-case';

const JOBS = { selector: { matchLabels: { kind: 'job' } } };
const SELECTORS = Array.from({ length: 33 }, (_, i) => ({
  selector: { matchLabels: { job: String(i) } },
}));

/** Examples of rules on how pods leave machines. */
export const DRAIN_RULE_CASES: readonly RuleCase[] = [
  {
    rule: 'drain-rule-name',
    broken: withRule({ name: 'Jobs' }),
    sound: withRule({ name: 'jobs' }),
    says: `mothership/demo/jobs: name is "Jobs"
  allowed: lower-case letters, digits and dashes, no dash at either end, at most 63 characters
  fix: name it "jobs"`,
  },
  {
    rule: 'drain-rule-order',
    broken: withRule({ behavior: { kind: 'drain', order: 2 ** 31 } }),
    sound: withRule({ behavior: { kind: 'drain', order: -5 } }),
    says: `mothership/demo/jobs: behavior is 2147483648
  allowed: an integer from -2147483648 to 2147483647
  fix: write DrainBehavior.drain(1)`,
  },
  {
    rule: 'drain-rule-pools',
    broken: withRule({ pools: ['worker', 'gpu'] }),
    sound: withRule({ pools: ['workers'] }),
    says: `mothership/demo/jobs: pools is "worker"
  allowed: pools of the cluster: "workers"
  fix: write "workers"
mothership/demo/jobs: pools is "gpu"
  allowed: pools of the cluster: "workers"
  fix: leave it out`,
  },
  {
    rule: 'drain-rule-pools',
    broken: withRule({ pools: [] }),
    says: `mothership/demo/jobs: pools is []
  allowed: pools of the cluster: "workers"
  fix: leave it out`,
  },
  {
    rule: 'drain-rule-pods',
    broken: withoutPods({ kind: 'skip' }),
    sound: withoutPods({ kind: 'drain', order: 10 }),
    says: `mothership/demo/jobs: pods is missing
  allowed: selectors with at least one condition each
  fix: write matchLabels with a label of the pods`,
  },
  {
    rule: 'drain-rule-pods',
    broken: withRule({ pods: [{ selector: { matchLabels: {} } }] }),
    says: `mothership/demo/jobs: pods is [{"selector":{"matchLabels":{}}}]
  allowed: selectors with at least one condition each
  fix: write matchLabels with a label of the pods`,
  },
  {
    rule: 'drain-rule-pod-count',
    broken: withRule({ pods: SELECTORS }),
    sound: withRule({ pods: SELECTORS.slice(1) }),
    says: `mothership/demo/jobs: pods.length is 33
  allowed: at most 32 selectors, each only once
  fix: use one label for several kinds of pods`,
  },
  {
    rule: 'drain-rule-selector',
    broken: withRule({
      pods: [
        {
          selector: { matchLabels: { kind: 'a b' } },
          namespaceSelector: {
            matchExpressions: [
              { key: '', operator: 'Exists' },
              { key: 'team', operator: 'In' },
              { key: 'team', operator: 'Exists', values: ['a'] },
            ],
          },
        },
      ],
    }),
    sound: withRule({
      pods: [
        {
          selector: { matchExpressions: [{ key: 'kind', operator: 'NotIn', values: ['a'] }] },
          namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] },
        },
      ],
    }),
    says: `mothership/demo/jobs: pods is {"key":"kind","operator":"In","values":["a b"]}
  allowed: valid label keys and values, with values only for In and NotIn
  fix: write a valid label value
mothership/demo/jobs: pods is {"key":"","operator":"Exists"}
  allowed: valid label keys and values, with values only for In and NotIn
  fix: write a valid label key
mothership/demo/jobs: pods is {"key":"team","operator":"In"}
  allowed: valid label keys and values, with values only for In and NotIn
  fix: write values, or the operator Exists
mothership/demo/jobs: pods is {"key":"team","operator":"Exists","values":["a"]}
  allowed: valid label keys and values, with values only for In and NotIn
  fix: leave values out`,
  },
];

function withRule(rule: Partial<DrainRuleModel>) {
  const usual = { path: 'mothership/demo/jobs', name: 'jobs', pods: [JOBS] };
  return clusterModel({ drainRules: [{ ...usual, behavior: { kind: 'skip' }, ...rule }] });
}

function withoutPods(behavior: DrainRuleModel['behavior']) {
  return clusterModel({ drainRules: [{ path: 'mothership/demo/jobs', name: 'jobs', behavior }] });
}
