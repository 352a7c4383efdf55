import type { Fields } from '../../base/fields';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import type { Taint } from '../../cluster/model/machine';
import { isSyncedLabel } from '../../cluster/model/node-labels';
import { OS_LABEL } from '../../cluster/model/windows';
import type { NodeKind } from './cluster-nodes';
import type { Obstacle } from './obstacle';
import { requestObstacle } from './pod-requests';

/** Labels that kubelets and cloud controllers set on every node. */
const SET_LABEL =
  /^((kubernetes|beta\.kubernetes)\.io\/(arch|hostname)|(node|beta)\.kubernetes\.io\/instance-type|(topology|failure-domain\.beta)\.kubernetes\.io\/(zone|region))$/;

/** Finds everything known that keeps pods off nodes of a kind. */
export function obstaclesOf(
  pod: Fields,
  node: NodeKind,
  declared: ReadonlySet<string>,
): readonly Obstacle[] {
  if (pod.nodeName !== undefined) return [];
  const one = [labelObstacle(pod, node, declared), requestObstacle(pod, node)];
  return [...taintObstacles(pod, node), ...one.filter((obstacle) => obstacle !== undefined)];
}

function labelObstacle(
  pod: Fields,
  { labels }: NodeKind,
  declared: ReadonlySet<string>,
): Obstacle | undefined {
  /** Returns the value of a label; null if something outside the program may set it. */
  const labelOf = (key: string): string | undefined | null => {
    if (Object.hasOwn(labels, key)) return labels[key];
    if (SET_LABEL.test(key)) return null;
    return declared.has(key) || !key.includes('/') || isSyncedLabel(key, []) ? undefined : null;
  };
  for (const [key, value] of Object.entries(mapAt(pod, 'nodeSelector'))) {
    const label = labelOf(key);
    if (label !== null && label !== String(value)) return missing(`${key}=${value}`, key);
  }
  const terms = mapsAt(
    pod,
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );
  if (terms.length === 0) return undefined;
  const failures = terms.map(([term]) => {
    return mapsAt(term, 'matchExpressions').find(
      ([one]) => !matches(one, labelOf(String(one.key))),
    );
  });
  const [failure] = failures;
  if (failure === undefined || failures.includes(undefined)) return undefined;
  const { key, operator, values } = failure[0];
  const list = Array.isArray(values) && values.length > 0 ? ` (${values.join(', ')})` : '';
  return missing(`${key} ${operator}${list}`, String(key));
}

function missing(what: string, key: string): Obstacle {
  return {
    says: `is not selected by ${what}`,
    fix: `add a matching label to a pool, or remove ${JSON.stringify(key)} from the selector`,
    isForeign: key === OS_LABEL,
    effort: key === OS_LABEL ? 8 : 4,
  };
}

function matches(expression: Fields, label: string | undefined | null): boolean {
  if (label === null) return true;
  const values = Array.isArray(expression.values) ? expression.values.map(String) : [];
  switch (expression.operator) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    case 'Gt':
      return Number(label) > Number(values[0]);
    case 'Lt':
      return Number(label) < Number(values[0]);
    default:
      return true;
  }
}

function taintObstacles(pod: Fields, { taints }: NodeKind): readonly Obstacle[] {
  const tolerations = mapsAt(pod, 'tolerations').map(([toleration]) => toleration);
  return taints
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .filter((taint) => !tolerations.some((other) => tolerates(other, taint)))
    .map(({ key, value, effect }) => {
      const text = `${key}${value === undefined ? '' : `=${value}`}:${effect}`;
      return {
        says: `has the taint ${text}`,
        fix: `add a toleration for ${text}, or a pool without the taint`,
        effort: 1,
      };
    });
}

function tolerates(toleration: Fields, { key, value = '', effect }: Taint): boolean {
  const { operator = 'Equal' } = toleration;
  if (toleration.effect !== undefined && toleration.effect !== '' && toleration.effect !== effect) {
    return false;
  }
  if (toleration.key === undefined || toleration.key === '') return operator === 'Exists';
  if (toleration.key !== key) return false;
  return operator === 'Exists' || (valueAt(toleration, 'value') ?? '') === value;
}
