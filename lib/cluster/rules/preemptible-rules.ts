import type { Rule } from '../../base/rule';
import type { PoolSubject } from './subjects';

/** Rules on pools whose servers the cloud may take back. */
export const PREEMPTIBLE_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'preemptible-health-check',
    reason: 'Nothing but a health check replaces the machine of a server that the cloud took back.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/automated-machine-management/healthchecking.md',
    check({ pool: { path, preemptible, healthCheck } }, refuse) {
      if (preemptible === undefined || healthCheck !== undefined) return;
      refuse(
        { path, prop: 'healthCheck' },
        {
          allowed: 'a health check beside preemptible',
          fix: "write healthCheck: { maxUnhealthy: '100%' }, as the cloud may take back all at once",
        },
      );
    },
  },
];
