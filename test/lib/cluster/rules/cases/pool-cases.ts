import { type RuleCase, withPool } from '../../../assembly/rule-case';

/** Examples of rules on the size and the rollout of pools. */
export const POOL_CASES: readonly RuleCase[] = [
  {
    rule: 'replicas-or-autoscale',
    broken: withPool({ replicas: 3, autoscale: { minSize: 0, maxSize: 2 } }),
    sound: withPool({ autoscale: { minSize: 0, maxSize: 2 } }),
    says: `mothership/demo/workers: replicas is 3
  allowed: none; autoscale (0 to 2) owns the number
  fix: leave replicas out, or autoscale`,
  },
  {
    rule: 'replicas-number',
    broken: withPool({ replicas: 1.5 }),
    sound: withPool({ replicas: 0 }),
    says: `mothership/demo/workers: replicas is 1.5
  allowed: an integer of 0 or more
  fix: write 2`,
  },
  {
    rule: 'replicas-number',
    broken: withPool({ replicas: -1 }),
    says: `mothership/demo/workers: replicas is -1
  allowed: an integer of 0 or more
  fix: write 0 to empty the pool`,
  },
  {
    rule: 'replicas-number',
    broken: withPool({ replicas: 1e21 }),
    sound: withPool({ replicas: 1 }),
    says: `mothership/demo/workers: replicas is 1e+21
  allowed: an integer from 0 to 2147483647
  fix: write the number of machines in the pool`,
  },
  {
    rule: 'autoscale-bounds',
    broken: withPool({ autoscale: { minSize: 5, maxSize: 2 } }),
    sound: withPool({ autoscale: { minSize: 2, maxSize: 2 } }),
    says: `mothership/demo/workers: autoscale.minSize is 5
  allowed: an integer from 0 to autoscale.maxSize (2)
  fix: write { minSize: 2, maxSize: 5 }`,
  },
  {
    rule: 'autoscale-bounds',
    broken: withPool({ autoscale: { minSize: -1, maxSize: 0 } }),
    sound: withPool({ autoscale: { minSize: 0, maxSize: 1 } }),
    says: `mothership/demo/workers: autoscale.minSize is -1
  allowed: an integer of 0 or more
  fix: write 0 to allow scaling to zero
mothership/demo/workers: autoscale.maxSize is 0
  allowed: an integer of 1 or more
  fix: write 1, or replicas: 0 for an empty pool`,
  },
  {
    rule: 'rollout-numbers',
    broken: withPool({ rollout: { maxSurge: 'half', maxUnavailable: -1 } }),
    sound: withPool({ rollout: { maxSurge: '200%', maxUnavailable: 0 } }),
    says: `mothership/demo/workers: rollout.maxSurge is "half"
  allowed: an integer of 0 or more, or a percentage such as "25%"
  fix: leave it out
mothership/demo/workers: rollout.maxUnavailable is -1
  allowed: an integer of 0 or more, or a percentage such as "25%"
  fix: write 0, or leave it out`,
  },
  {
    rule: 'rollout-numbers',
    broken: withPool({ rollout: { maxSurge: '2' } }),
    sound: withPool({ rollout: { maxSurge: 2 } }),
    says: `mothership/demo/workers: rollout.maxSurge is "2"
  allowed: an integer of 0 or more, or a percentage such as "25%"
  fix: write 2`,
  },
  {
    rule: 'rollout-possible',
    broken: withPool({ rollout: { maxSurge: 0 } }),
    sound: withPool({ rollout: { maxSurge: 0, maxUnavailable: 1 } }),
    says: `mothership/demo/workers: rollout.maxSurge is 0
  allowed: more than 0, or 0 with a maxUnavailable of more than 0
  fix: write maxUnavailable: 1 too, or leave maxSurge out`,
  },
  {
    rule: 'rollout-possible',
    broken: withPool({ rollout: { maxSurge: '0%', maxUnavailable: 0 } }),
    says: `mothership/demo/workers: rollout.maxSurge is "0%"
  allowed: more than 0, or 0 with a maxUnavailable of more than 0
  fix: write maxUnavailable: 1 too, or leave maxSurge out`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-01 08:30' } }),
    sound: withPool({ rollout: { after: '2026-05-01T08:30:00Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-01 08:30"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write "2026-05-01T08:30:00Z"`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: 'tomorrow' } }),
    says: `mothership/demo/workers: rollout.after is "tomorrow"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-min-ready',
    broken: withPool({ minReadySeconds: 0.5 }),
    sound: withPool({ minReadySeconds: 30 }),
    says: `mothership/demo/workers: minReady is "0.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(1)`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-00-31T00:00:00Z' } }),
    sound: withPool({ rollout: { after: '2026-01-31T00:00:00Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-00-31T00:00:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-13-01T00:00:00Z' } }),
    sound: withPool({ rollout: { after: '2026-12-31T00:00:00Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-13-01T00:00:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-02-29T00:00:00Z' } }),
    sound: withPool({ rollout: { after: '2028-02-29T00:00:00Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-02-29T00:00:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-00T00:00:00Z' } }),
    sound: withPool({ rollout: { after: '2026-05-01T00:00:00Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-00T00:00:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-01T24:00:00Z' } }),
    sound: withPool({ rollout: { after: '2026-05-01T23:59:59Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-01T24:00:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-01T23:60:00Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-01T23:60:00Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-01T23:59:60Z' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-01T23:59:60Z"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-01T00:00:00+24:00' } }),
    sound: withPool({ rollout: { after: '2026-05-01T00:00:00+23:59' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-01T00:00:00+24:00"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
  {
    rule: 'pool-rollout-after',
    broken: withPool({ rollout: { after: '2026-05-01T00:00:00-00:60' } }),
    says: `mothership/demo/workers: rollout.after is "2026-05-01T00:00:00-00:60"
  allowed: a time in RFC 3339 format, such as "2026-05-01T00:00:00Z"
  fix: write date, time and time zone`,
  },
];
