import { call, leaveOut, nameIt, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { closestWord, isWholeNumber, quotedList } from '../../base/words';
import type { ClusterModel } from '../model/cluster';
import type { DrainRuleModel, LabelExpression, LabelSelector } from '../model/drain-rule';
import { DNS_LABEL_WORDS, isDnsLabel, isLabelKey, isLabelValue, toDnsLabel } from './names';

const MOST_NAME = 63;
const MOST_SELECTORS = 32;
const INT32 = 2 ** 31;
const CRD = 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinedrainrules.yaml';

/** Rules on drain rules. */
export const DRAIN_RULE_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'drain-rule-name',
    reason: 'The name becomes part of an object name.',
    source: CRD,
    check({ drainRules = [] }, refuse) {
      const names = drainRules.map((rule) => rule.name);
      for (const { path, name } of drainRules) {
        if (isDnsLabel(name, MOST_NAME)) continue;
        refuse(
          { path, prop: 'name' },
          {
            given: name,
            allowed: `${DNS_LABEL_WORDS}, at most ${MOST_NAME} characters`,
            fix: nameIt(toDnsLabel(name, MOST_NAME, names) ?? 'drain'),
          },
        );
      }
    },
  },
  {
    id: 'drain-rule-order',
    reason: 'Cluster API orders groups of pods by whole numbers.',
    source: CRD,
    check({ drainRules = [] }, refuse) {
      for (const { path, behavior } of drainRules) {
        if (behavior.kind !== 'drain' || behavior.order === undefined) continue;
        if (isWholeNumber(behavior.order, -INT32, INT32 - 1)) continue;
        refuse(
          { path, prop: 'behavior' },
          {
            given: behavior.order,
            allowed: `an integer from ${-INT32} to ${INT32 - 1}`,
            fix: write(call('DrainBehavior.drain', Math.sign(behavior.order) || 0)),
          },
        );
      }
    },
  },
  {
    id: 'drain-rule-pools',
    reason: 'A rule for pools that do not exist has no effect, and no error reports it.',
    source: CRD,
    check({ drainRules = [], pools }, refuse) {
      const known = pools.map(({ name }) => name);
      for (const { path, pools: chosen } of drainRules) {
        const unknown = chosen?.length === 0 ? [''] : chosen?.filter((n) => !known.includes(n));
        const isOnly = chosen?.length === 1;
        for (const name of unknown ?? []) {
          const close = closestWord(name, known);
          refuse(
            { path, prop: 'pools' },
            {
              given: name === '' ? [] : name,
              allowed: `pools of the cluster: ${quotedList(known)}`,
              fix: close === undefined ? leaveOut(isOnly ? { prop: 'pools' } : {}) : write(close),
            },
          );
        }
      }
    },
  },
  {
    id: 'drain-rule-pods',
    reason: 'A rule without pods applies to all pods, and keeps machines from being drained.',
    source: CRD,
    check({ drainRules = [] }, refuse) {
      for (const { path, pods, behavior } of drainRules) {
        const isOpen = pods === undefined && behavior.kind !== 'drain';
        const isBare = pods?.some((pod) => selectors(pod).every(isEmpty)) === true;
        if (!isOpen && !isBare && pods?.length !== 0) continue;
        refuse(
          { path, prop: 'pods' },
          {
            given: pods,
            allowed: 'selectors with at least one condition each',
            fix: 'write matchLabels with a label of the pods',
          },
        );
      }
    },
  },
  {
    id: 'drain-rule-pod-count',
    reason: 'Cluster API accepts at most 32 selectors, all different.',
    source: CRD,
    check({ drainRules = [] }, refuse) {
      for (const { path, pods = [] } of drainRules) {
        const { size } = new Set(pods.map((pod) => JSON.stringify(pod)));
        if (size === pods.length && size <= MOST_SELECTORS) continue;
        refuse(
          { path, prop: 'pods.length' },
          {
            given: pods.length,
            allowed: `at most ${MOST_SELECTORS} selectors, each only once`,
            fix: 'use one label for several kinds of pods',
          },
        );
      }
    },
  },
  {
    id: 'drain-rule-selector',
    reason: 'The API server rejects conditions on invalid labels.',
    source:
      'kubernetes/kubernetes@master:staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go',
    check({ drainRules = [] }, refuse) {
      for (const rule of drainRules) {
        for (const expression of expressions(rule)) {
          const fix = expressionFix(expression);
          if (fix === undefined) continue;
          const allowed = 'valid label keys and values, with values only for In and NotIn';
          refuse({ path: rule.path, prop: 'pods' }, { given: expression, allowed, fix });
        }
      }
    },
  },
];

function selectors({
  selector = {},
  namespaceSelector = {},
}: NonNullable<DrainRuleModel['pods']>[number]): readonly LabelSelector[] {
  return [selector, namespaceSelector];
}

function isEmpty({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length + matchExpressions.length === 0;
}

/** Returns the conditions of a rule, including labels with values. */
function expressions({ pods = [] }: DrainRuleModel): readonly LabelExpression[] {
  return pods.flatMap(selectors).flatMap(({ matchLabels = {}, matchExpressions = [] }) => [
    ...Object.entries(matchLabels).map(([key, value]) => ({
      key,
      operator: 'In' as const,
      values: [value],
    })),
    ...matchExpressions,
  ]);
}

function expressionFix({ key, operator, values = [] }: LabelExpression): string | undefined {
  if (!isLabelKey(key)) return 'write a valid label key';
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (!takesValues) return values.length === 0 ? undefined : 'leave values out';
  if (values.length === 0) return 'write values, or the operator Exists';
  return values.every(isLabelValue) ? undefined : 'write a valid label value';
}
