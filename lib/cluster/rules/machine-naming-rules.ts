import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { nameFrom, RANDOM, withRandom } from './machine-names';
import { isObjectName } from './names';
import type { MachineSubject } from './subjects';

const MOST_TEMPLATE = 256;
const WEBHOOK = 'CAPI@v1.14.0:controlplane/kubeadm/webhooks/admission/kubeadmcontrolplane.go';
const OWNERS = { controlPlane: '.kubeadmControlPlane.name', pool: '.machineSet.name' } as const;

/** Rules on how machines are named. */
export const MACHINE_NAMING_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'machine-naming-random',
    reason: 'Two machines cannot have the same name, and the random part makes names unique.',
    source: WEBHOOK,
    check({ machine: { path, machineNaming } }, refuse) {
      const given = machineNaming?.template;
      if (given === undefined || given.includes(RANDOM)) return;
      refuse(
        { path, prop: 'machineNaming.template' },
        {
          given,
          allowed: `a template with ${RANDOM}, including the spaces`,
          fix: withRandom(given),
        },
      );
    },
  },
  {
    id: 'machine-naming-name',
    reason: 'The names of Machines and Nodes must be valid DNS names.',
    source: WEBHOOK,
    check({ cluster, machine }, refuse) {
      const given = machine.machineNaming?.template;
      if (given === undefined) return;
      const foreign = machine === cluster.controlPlane ? OWNERS.pool : OWNERS.controlPlane;
      const name = given.includes(foreign) ? undefined : nameFrom(given);
      const isShort = [...given].length <= MOST_TEMPLATE;
      if (isShort && name !== undefined && isObjectName(name)) return;
      const own = machine === cluster.controlPlane ? OWNERS.controlPlane : OWNERS.pool;
      refuse(
        { path: machine.path, prop: 'machineNaming.template' },
        {
          given,
          allowed: `a name of at most ${MOST_TEMPLATE} lower-case letters, digits, "-" and ".", with the variables .cluster.name, ${own} and .random`,
          fix: leaveOut(),
        },
      );
    },
  },
  {
    id: 'machine-naming-windows',
    reason:
      'Windows allows names of at most 15 characters, which are built from the name of the pool.',
    source: 'CAPI@v1.14.0:core/webhooks/admission/machinedeployment.go',
    check({ machine: { path, machineNaming, os } }, refuse) {
      if (machineNaming === undefined || os !== 'windows') return;
      refuse(
        { path, prop: 'machineNaming' },
        {
          given: machineNaming,
          allowed: 'none; Windows machines get short names without it',
          fix: leaveOut(),
        },
      );
    },
  },
];
