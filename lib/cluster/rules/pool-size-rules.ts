import { add, type Fix, leaveOut, write } from '../../base/fix';
import { durationFinding, rolloutMomentFinding } from '../../base/moment';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, nextWhole } from '../../base/words';
import type { PoolSubject } from './subjects';

const WEBHOOK = 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go';
const NODE_GROUP =
  'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/cloudprovider/clusterapi/clusterapi_utils.go';
/** A surge can exceed 100%; of unavailable machines, more than 100% means all. */
const PERCENTAGE = /^\d{1,4}%$/;

/** Rules on the size of node pools. */
export const POOL_SIZE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'replicas-or-autoscale',
    reason: 'A fixed number reverts the changes of the autoscaler at every sync.',
    source: WEBHOOK,
    check({ pool: { path, replicas, autoscale } }, refuse) {
      if (replicas === undefined || autoscale === undefined) return;
      refuse(
        { path, prop: 'replicas' },
        {
          given: replicas,
          allowed: `none; autoscale (${autoscale.minSize} to ${autoscale.maxSize}) owns the number`,
          fix: leaveOut({ begins: 'leave replicas out', or: 'autoscale' }),
        },
      );
    },
  },
  {
    id: 'replicas-number',
    reason: 'The API server accepts only whole numbers of machines.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinedeployments.yaml',
    check({ pool: { path, replicas } }, refuse) {
      if (replicas === undefined || isWholeNumber(replicas, 0)) return;
      refuse(
        { path, prop: 'replicas' },
        {
          given: replicas,
          allowed: integerWords(replicas, 0),
          fix: replicasFix(replicas),
        },
      );
    },
  },
  {
    id: 'autoscale-bounds',
    reason:
      'The autoscaler skips a pool without room to grow, and stops when the bounds are swapped.',
    source: NODE_GROUP,
    check({ pool: { path, autoscale, failureDomains = [] } }, refuse) {
      if (autoscale === undefined) return;
      const { minSize, maxSize } = autoscale;
      const least = Math.max(1, failureDomains.length);
      if (!isWholeNumber(minSize, 0)) {
        refuse(
          { path, prop: 'autoscale.minSize' },
          {
            given: minSize,
            allowed: integerWords(minSize, 0),
            fix: write(0, { ends: ' to allow scaling to zero' }),
          },
        );
      }
      if (!isWholeNumber(maxSize, 1)) {
        refuse(
          { path, prop: 'autoscale.maxSize' },
          {
            given: maxSize,
            allowed: integerWords(maxSize, 1),
            fix: write(Math.max(least, isWholeNumber(minSize, 0) ? minSize : 1), {
              or: `replicas: 0 for an empty pool`,
            }),
          },
        );
      }
      if (!isWholeNumber(minSize, 0) || !isWholeNumber(maxSize, 1) || minSize <= maxSize) return;
      refuse(
        { path, prop: 'autoscale.minSize' },
        {
          given: minSize,
          allowed: `an integer from 0 to autoscale.maxSize (${maxSize})`,
          fix: add({ minSize: maxSize, maxSize: minSize }, { prop: 'autoscale', begins: 'write' }),
        },
      );
    },
  },
];

/** Rules on how the machines of a pool are replaced. */
export const POOL_ROLLOUT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'rollout-numbers',
    reason: 'Cluster API counts machines of a rollout in whole numbers or percentages.',
    source: WEBHOOK,
    check({ pool: { path, rollout } }, refuse) {
      for (const prop of ['maxSurge', 'maxUnavailable'] as const) {
        const value = rollout[prop];
        if (value === undefined || isAmount(value)) continue;
        refuse(
          { path, prop: `rollout.${prop}` },
          {
            given: value,
            allowed: `${integerWords(value, 0)}, or a percentage such as "25%"`,
            fix: amountFix(value),
          },
        );
      }
    },
  },
  {
    id: 'rollout-possible',
    reason: 'A rollout that can neither add nor remove a machine never starts.',
    source: WEBHOOK,
    check({ pool: { path, rollout } }, refuse) {
      const { maxSurge, maxUnavailable } = rollout;
      if (maxSurge === undefined || !isNone(maxSurge) || !isNone(maxUnavailable ?? 0)) return;
      refuse(
        { path, prop: 'rollout.maxSurge' },
        {
          given: maxSurge,
          allowed: 'more than 0, or 0 with a maxUnavailable of more than 0',
          fix: write(1, {
            prop: 'rollout.maxUnavailable',
            begins: 'write maxUnavailable:',
            ends: ' too',
            or: 'leave maxSurge out',
          }),
        },
      );
    },
  },
  {
    id: 'pool-rollout-after',
    reason: 'The API server accepts times only in RFC 3339.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinedeployments.yaml',
    check({ pool: { path, rollout } }, refuse) {
      if (rollout.after === undefined) return;
      const finding = rolloutMomentFinding(rollout.after);
      if (finding !== undefined) refuse({ path, prop: 'rollout.after' }, finding);
    },
  },
];

/** Rules on how unhealthy machines of a pool are replaced. */
export const POOL_REMEDIATION_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-max-in-flight',
    reason:
      'With 0 machines in flight none is replaced, and Cluster API counts only whole machines.',
    source: WEBHOOK,
    check({ pool: { path, remediation } }, refuse) {
      const given = remediation?.maxInFlight;
      if (given === undefined || (isAmount(given) && !isNone(given))) return;
      refuse(
        { path, prop: 'remediation.maxInFlight' },
        {
          given,
          allowed: 'an integer of 1 or more, or a percentage from "1%" to "100%"',
          fix: isAmount(given) ? write(1) : leaveOut(),
        },
      );
    },
  },
  {
    id: 'pool-max-in-flight-check',
    reason: 'Only a health check reports machines as unhealthy.',
    source: WEBHOOK,
    check({ pool: { path, remediation, healthCheck } }, refuse) {
      if (remediation === undefined || healthCheck !== undefined) return;
      refuse(
        { path, prop: 'remediation' },
        {
          given: remediation,
          allowed: 'remediation in a pool with healthCheck',
          fix: leaveOut({ or: 'write healthCheck: {}' }),
        },
      );
    },
  },
];

/** Rules on when a new node counts as available. */
export const POOL_READY_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'pool-min-ready',
    reason:
      'Cluster API counts in whole seconds how long a node must be ready before a rollout continues.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinedeployments.yaml',
    check({ pool: { path, minReadySeconds } }, refuse) {
      const finding = durationFinding(minReadySeconds);
      if (finding !== undefined) refuse({ path, prop: 'minReady' }, finding);
    },
  },
];

function replicasFix(replicas: number): Fix {
  const next = nextWhole(replicas, 1);
  if (next !== undefined) return write(next);
  return replicas > 0
    ? 'write the number of machines in the pool'
    : write(0, { ends: ' to empty the pool' });
}

function isAmount(value: number | string): boolean {
  return typeof value === 'number' ? isWholeNumber(value, 0) : PERCENTAGE.test(value);
}

function isNone(value: number | string): boolean {
  return value === 0 || (typeof value === 'string' && /^0+%$/.test(value));
}

function amountFix(value: number | string): Fix {
  if (typeof value === 'number') {
    if (value < 0) return write(0, { or: 'leave it out' });
    const next = nextWhole(value, 0);
    return next === undefined ? leaveOut() : write(next);
  }
  const [digits] = /\d+/.exec(String(value)) ?? [];
  if (digits === undefined) return leaveOut();
  const isCount = !value.includes('%');
  return isCount ? write(Number(digits)) : write(`${Math.min(9_999, Number(digits))}%`);
}
