import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { MachineSubject } from '../../cluster/rules/subjects';
import type { DevCluster, DevMachine } from '../model/cluster';

/** Machine with the part of its bootstrap configuration that this rule reads. */
interface ToldMachine extends DevMachine {
  readonly bootstrap?: Readonly<Record<string, unknown>>;
}

/** Sections of the bootstrap configuration that containers ignore. */
const UNREAD = ['users', 'ntp', 'mounts', 'bootCommands', 'diskSetup'] as const;

/** Rules for the bootstrap configuration of containers. */
export const BOOTSTRAP_RULES: readonly Rule<MachineSubject<DevCluster, ToldMachine>>[] = [
  {
    id: 'dev-bootstrap',
    reason:
      'In a container the provider writes files and runs commands, and ignores the rest of the configuration.',
    source: 'CAPI@v1.13.7:test/infrastructure/docker/internal/provisioning/cloudinit/adapter.go',
    check({ machine }, refuse) {
      for (const prop of UNREAD) {
        const given = machine.bootstrap?.[prop];
        if (isNothing(given)) continue;
        refuse(
          { path: machine.path, prop: `bootstrap.${prop}` },
          {
            given,
            allowed: 'files, preKubeadmCommands and postKubeadmCommands, which containers support',
            fix: leaveOut({ or: 'add a command to preKubeadmCommands that does the same' }),
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
