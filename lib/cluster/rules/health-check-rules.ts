import { call, type Fix, leaveOut, write } from '../../base/fix';
import { durationFinding } from '../../base/moment';
import type { Place, Refuse, Rule } from '../../base/rule';
import { isWholeNumber, MOST_COUNT, nextWhole, quotedList } from '../../base/words';
import type { HealthCheckModel } from '../model/machine';
import type { MachineSubject } from './subjects';

const CONDITION_PROPS = ['unhealthyConditions', 'unhealthyMachineConditions'] as const;
/** Conditions of a Machine that a health check must not use. */
const OWN_CONDITIONS = [
  'Ready',
  'Available',
  'HealthCheckSucceeded',
  'OwnerRemediated',
  'ExternallyRemediated',
];
const LEAST_STARTUP = 30;
const MOST_CONDITIONS = 100;
const WEBHOOK = 'CAPI@v1.14.0:core/webhooks/admission/machinehealthcheck.go';
const CRD = 'CAPI@v1.14.0:core/config/crd/bases/cluster.x-k8s.io_machinehealthchecks.yaml';
const AMOUNT = /^(\d+|(\d{1,2}|100)%)$/;

/** Rules on when machines count as unhealthy, and how long their deletion can take. */
export const HEALTH_CHECK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'health-check-startup',
    reason: 'A shorter limit replaces every machine before it can become a node.',
    source: WEBHOOK,
    check({ machine: { path, healthCheck } }, refuse) {
      if (healthCheck === undefined) return;
      const { nodeStartupTimeoutSeconds: seconds } = healthCheck;
      if (seconds === 0 || isWholeNumber(seconds, LEAST_STARTUP)) return;
      refuse(
        { path, prop: 'healthCheck.nodeStartupTimeout' },
        {
          given: `${seconds} seconds`,
          allowed: `a duration of 0, or of at least ${LEAST_STARTUP} whole seconds`,
          fix:
            seconds <= MOST_COUNT
              ? write(call('Duration.seconds', Math.max(LEAST_STARTUP, Math.ceil(seconds))), {
                  or: 'leave it out to use 10 minutes',
                })
              : leaveOut({ ends: ' to use 10 minutes' }),
        },
      );
    },
  },
  {
    id: 'health-check-conditions',
    reason:
      'A condition is identified by its type and status, and its timeout is in whole seconds.',
    source: CRD,
    check({ machine: { path, healthCheck } }, refuse) {
      if (healthCheck === undefined) return;
      for (const prop of CONDITION_PROPS) {
        checkConditions({ path, prop: `healthCheck.${prop}` }, healthCheck[prop] ?? [], refuse);
      }
    },
  },
  {
    id: 'health-check-count',
    reason: 'A health check accepts at most 100 conditions.',
    source: CRD,
    check({ machine: { path, healthCheck } }, refuse) {
      for (const prop of CONDITION_PROPS) {
        const count = healthCheck?.[prop]?.length ?? 0;
        if (count <= MOST_CONDITIONS) continue;
        refuse(
          { path, prop: `healthCheck.${prop}.length` },
          {
            given: count,
            allowed: `at most ${MOST_CONDITIONS} conditions`,
            fix: `leave ${count - MOST_CONDITIONS} out`,
          },
        );
      }
    },
  },
  {
    id: 'health-check-machine-conditions-version',
    reason: 'Older releases check only conditions of Nodes.',
    source: CRD,
    check({ cluster, machine: { path, healthCheck } }, refuse) {
      const { core, clusterApi } = cluster.profile;
      if (core !== 'v1beta1' || healthCheck?.unhealthyMachineConditions === undefined) return;
      refuse(
        { path, prop: 'healthCheck.unhealthyMachineConditions' },
        {
          given: healthCheck.unhealthyMachineConditions,
          allowed: `none with Cluster API ${clusterApi}; conditions of Machines with 1.12 or later`,
          fix: leaveOut({ or: "use Providers.stable('1.13')" }),
        },
      );
    },
  },
  {
    id: 'health-check-machine-condition-type',
    reason:
      'Conditions that result from the health check, or that summarize the Machine, depend on themselves.',
    source: CRD,
    check({ machine: { path, healthCheck } }, refuse) {
      for (const { type } of healthCheck?.unhealthyMachineConditions ?? []) {
        if (!OWN_CONDITIONS.includes(type)) continue;
        refuse(
          { path, prop: 'healthCheck.unhealthyMachineConditions' },
          {
            given: type,
            allowed: `conditions other than ${quotedList(OWN_CONDITIONS)}`,
            fix:
              type === 'Ready'
                ? 'name the underlying condition, such as "InfrastructureReady"'
                : 'leave the condition out',
          },
        );
      }
    },
  },
  {
    id: 'health-check-range',
    reason:
      'Cluster API counts unhealthy machines in whole numbers, and a range replaces the limit.',
    source: WEBHOOK,
    check({ machine: { path, healthCheck } }, refuse) {
      const { unhealthyRange, maxUnhealthy } = healthCheck ?? {};
      if (unhealthyRange === undefined) return;
      const [least, most] = unhealthyRange;
      if (maxUnhealthy !== undefined) {
        refuse(
          { path, prop: 'healthCheck.maxUnhealthy' },
          { given: maxUnhealthy, allowed: 'none; unhealthyRange replaces it', fix: leaveOut() },
        );
      }
      if (isWholeNumber(least, 0) && isWholeNumber(most, 1) && least <= most) return;
      refuse(
        { path, prop: 'healthCheck.unhealthyRange' },
        {
          given: unhealthyRange,
          allowed:
            'two integers: the first 0 or more, the second 1 or more and not below the first',
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'health-check-max-unhealthy',
    reason:
      'Cluster API counts unhealthy machines in whole numbers or percentages, and replaces none if the limit is 0.',
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
    reason: 'Cluster API limits the deletion of a machine in whole seconds.',
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

function checkConditions(
  place: Place,
  conditions: HealthCheckModel['unhealthyConditions'],
  refuse: Refuse,
): void {
  const seen = new Set<string>();
  for (const given of conditions) {
    const { type, status, timeoutSeconds } = given;
    if (type === '' || seen.has(`${type} ${status}`)) {
      refuse(place, {
        given: { type, status, timeoutSeconds },
        allowed: 'each pair of condition type and status only once',
        fix: type === '' ? 'write type: "Ready"' : 'leave one of the two out',
      });
    }
    seen.add(`${type} ${status}`);
    if (isWholeNumber(timeoutSeconds, 0)) continue;
    refuse(place, {
      given: { type, status, timeoutSeconds },
      allowed: 'a timeout of whole seconds',
      fix: `write timeout: Duration.seconds(${nextWhole(timeoutSeconds, 0) ?? 300})`,
    });
  }
}

function maxFix(digits: string | undefined, better: number | string): Fix {
  if (digits === undefined)
    return leaveOut({ ends: ' to use "40%", or 1 with one or two machines' });
  return Number(digits) === 0 ? write(1, { or: 'leave healthCheck out' }) : write(better);
}
