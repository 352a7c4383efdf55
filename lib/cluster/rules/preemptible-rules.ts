import type { Rule } from '../../base/rule';
import type { PoolSubject } from './subjects';

/** Rules on pools of preemptible servers. */
export const PREEMPTIBLE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'preemptible-health-check',
    reason: 'Only a health check replaces the machine of a server that the cloud has preempted.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/automated-machine-management/healthchecking.md',
    check({ pool: { path, preemptible, healthCheck } }, refuse) {
      if (preemptible === undefined || healthCheck !== undefined) return;
      refuse(
        { path, prop: 'healthCheck' },
        {
          allowed: 'a health check, together with preemptible',
          fix: "write healthCheck: { maxUnhealthy: '100%' }, because the cloud can preempt all servers at once",
        },
      );
    },
  },
];
