import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { MachineSubject } from '../../cluster/rules/subjects';
import type { DevCluster, DevMachine } from '../model/cluster';

/** What of a machine's bootstrap configuration this rule looks at. */
interface ToldMachine extends DevMachine {
  readonly bootstrap?: Readonly<Record<string, unknown>>;
}

/** Sections of cloud-init that nothing in a container reads. */
const UNREAD = ['users', 'ntp', 'mounts', 'bootCommands', 'diskSetup'] as const;

/** Rules on what containers are told when they start. */
export const BOOTSTRAP_RULES: readonly Rule<MachineSubject<DevCluster, ToldMachine>>[] = [
  {
    id: 'dev-bootstrap',
    reason:
      'In a container the provider writes the files and runs the commands, and skips all else of the configuration.',
    source: 'CAPI@v1.13.7:test/infrastructure/docker/internal/provisioning/cloudinit/adapter.go',
    check({ machine }, refuse) {
      for (const prop of UNREAD) {
        const given = machine.bootstrap?.[prop];
        if (isNothing(given)) continue;
        refuse(
          { path: machine.path, prop: `bootstrap.${prop}` },
          {
            given,
            allowed: 'files, preKubeadmCommands and postKubeadmCommands, which containers take',
            fix: leaveOut({ or: 'write a command of preKubeadmCommands that does the same' }),
          },
        );
      }
    },
  },
];

function isNothing(value: unknown): boolean {
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isNothing);
}
