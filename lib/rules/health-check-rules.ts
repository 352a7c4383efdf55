import { call, type Fix, leaveOut, write } from '../fix';
import { durationFinding } from './moment';
import type { Rule } from './rule';
import type { MachineSubject } from './subjects';
import { isWholeNumber, MOST_COUNT, nextWhole } from './words';

const LEAST_STARTUP = 30;
const MOST_CONDITIONS = 100;
const WEBHOOK = 'CAPI@v1.14.0:core/webhooks/admission/machinehealthcheck.go';
const CRD = 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinehealthchecks.yaml';
const AMOUNT = /^(\d+|(\d{1,2}|100)%)$/;

/** Rules on when machines count as broken, and how long their removal may take. */
export const HEALTH_CHECK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'health-check-startup',
    reason: 'A shorter limit would replace every machine before it can become a node.',
    source: WEBHOOK,
    check({ machine: { path, healthCheck } }, refuse) {
      if (healthCheck === undefined) return;
      const { nodeStartupTimeoutSeconds: seconds } = healthCheck;
      if (seconds === 0 || isWholeNumber(seconds, LEAST_STARTUP)) return;
      refuse(
        { path, prop: 'healthCheck.nodeStartupTimeout' },
        {
          given: `${seconds} seconds`,
          allowed: `a duration of 0, or of ${LEAST_STARTUP} whole seconds or more`,
          fix:
            seconds <= MOST_COUNT
              ? write(call('Duration.seconds', Math.max(LEAST_STARTUP, Math.ceil(seconds))), {
                  or: 'leave it out to have 10 minutes',
                })
              : leaveOut({ ends: ' to have 10 minutes' }),
        },
      );
    },
  },
  {
    id: 'health-check-conditions',
    reason: 'A condition is told by its type and status, and lasts for whole seconds.',
    source: CRD,
    check({ machine: { path, healthCheck } }, refuse) {
      if (healthCheck === undefined) return;
      const seen = new Set<string>();
      for (const { type, status, timeoutSeconds } of healthCheck.unhealthyConditions) {
        const given = { type, status, timeoutSeconds };
        const place = { path, prop: 'healthCheck.unhealthyConditions' };
        if (type === '' || seen.has(`${type} ${status}`)) {
          refuse(place, {
            given,
            allowed: 'each type of condition with each status once',
            fix: type === '' ? 'write type: "Ready"' : 'leave one of the two out',
          });
        }
        seen.add(`${type} ${status}`);
        if (isWholeNumber(timeoutSeconds, 0)) continue;
        refuse(place, {
          given,
          allowed: 'a timeout of whole seconds',
          fix: `write timeout: Duration.seconds(${nextWhole(timeoutSeconds, 0) ?? 300})`,
        });
      }
    },
  },
  {
    id: 'health-check-count',
    reason: 'A health check looks at no more than 100 conditions.',
    source: CRD,
    check({ machine: { path, healthCheck } }, refuse) {
      const count = healthCheck?.unhealthyConditions.length ?? 0;
      if (count <= MOST_CONDITIONS) return;
      refuse(
        { path, prop: 'healthCheck.unhealthyConditions.length' },
        {
          given: count,
          allowed: `at most ${MOST_CONDITIONS} conditions`,
          fix: `leave ${count - MOST_CONDITIONS} out`,
        },
      );
    },
  },
  {
    id: 'health-check-max-unhealthy',
    reason:
      'Cluster API counts broken machines in whole numbers or percentages, and replaces none where none may be broken.',
    source: WEBHOOK,
    check({ machine: { path, healthCheck } }, refuse) {
      const most = healthCheck?.maxUnhealthy;
      const [digits] = /\d+/.exec(most ?? '') ?? [];
      if (most === undefined || (AMOUNT.test(most) && Number(digits) > 0)) return;
      const isShare = most.includes('%');
      const better = isShare ? `${Math.min(100, Number(digits))}%` : Number(digits);
      refuse(
        { path, prop: 'healthCheck.maxUnhealthy' },
        {
          given: most,
          allowed: 'an integer of 1 or more, or a percentage from "1%" to "100%"',
          fix: maxFix(digits, better),
        },
      );
    },
  },
  {
    id: 'drain-seconds',
    reason: 'The removal of a machine is limited by whole seconds.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machines.yaml',
    check({ machine: { path, drain } }, refuse) {
      for (const field of DRAIN_FIELDS) {
        const finding = durationFinding(drain[field]);
        if (finding === undefined) continue;
        refuse({ path, prop: `drain.${field.slice(0, -'Seconds'.length)}` }, finding);
      }
    },
  },
];

const DRAIN_FIELDS = [
  'nodeDrainTimeoutSeconds',
  'nodeVolumeDetachTimeoutSeconds',
  'nodeDeletionTimeoutSeconds',
] as const;

function maxFix(digits: string | undefined, better: number | string): Fix {
  if (digits === undefined)
    return leaveOut({ ends: ' to have "40%", or 1 of one or two machines' });
  return Number(digits) === 0 ? write(1, { or: 'leave healthCheck out' }) : write(better);
}
