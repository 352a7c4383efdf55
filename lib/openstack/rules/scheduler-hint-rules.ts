import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ServerSubject } from './subjects';

const GROUP = 'group';
const MOST_TEXT = 255;
const HINTS =
  'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackmachinetemplates.yaml';

/** Rules on Nova scheduler hints. */
export const SCHEDULER_HINT_RULES: readonly Rule<ServerSubject>[] = [
  {
    id: 'scheduler-hint-value',
    reason: 'A hint needs a name, and an integer, a boolean or a string of 1 to 255 characters.',
    source: HINTS,
    check({ machine: { path, schedulerHints = {} } }, refuse) {
      for (const name in schedulerHints) {
        const value = schedulerHints[name] ?? '';
        if (name === '') {
          refuse(
            { path, prop: 'schedulerHints' },
            { given: name, allowed: 'hints with non-empty names', fix: leaveOut() },
          );
        } else if (!isValue(value)) {
          refuse(
            { path, prop: `schedulerHints[${JSON.stringify(name)}]` },
            {
              given: value,
              allowed: `an integer, true, false, or a string of 1 to ${MOST_TEXT} characters`,
              fix:
                typeof value === 'number' && Number.isSafeInteger(Math.round(value))
                  ? write(Math.round(value))
                  : leaveOut(),
            },
          );
        }
      }
    },
  },
  {
    id: 'scheduler-hint-group',
    reason: 'The provider sets this hint itself, from the server group.',
    source: 'CAPO@v0.14.7:pkg/cloud/services/compute/instance.go',
    check({ machine: { path, schedulerHints = {} } }, refuse) {
      if (!Object.hasOwn(schedulerHints, GROUP)) return;
      refuse(
        { path, prop: `schedulerHints["${GROUP}"]` },
        {
          given: schedulerHints[GROUP],
          allowed: `hints other than "${GROUP}"`,
          fix: 'set the group as serverGroup',
        },
      );
    },
  },
];

function isValue(value: string | number | boolean): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value === 'boolean' || (value !== '' && value.length <= MOST_TEXT);
}
