import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import { ETCD_VOLUME_DEFAULTS } from '../model/etcd';
import { bootstrapPlace, isOnWindows } from './bootstrap-places';
import type { MachineSubject } from './subjects';

const LABEL = 'LABEL=';
const LISTS = ['partitions', 'filesystems'] as const;

/** Rules on disks and labels that machines would have to have. */
export function presentDiskRules({
  sources,
  missing,
  untold,
}: MachineDisks): readonly Rule<MachineSubject>[] {
  return [
    {
      id: 'node-disk-present',
      reason: 'Nothing is made on a disk that is not there, and machines go on without it.',
      source: sources.devices,
      check: visitDevices(missing),
    },
    {
      id: 'node-disk-config-drive',
      reason: 'Links by tag are made of what a config drive says of the disks.',
      source: sources.told,
      check: visitDevices(untold),
    },
    {
      id: 'node-mount-label',
      reason: 'cloud-init lets machines go on where nothing has the label of a mount.',
      source: 'canonical/cloud-init@main:cloudinit/config/cc_mounts.py',
      check(subject, refuse) {
        const { format, mounts, bootCommands } = subject.machine.bootstrap;
        if (format.kind === 'ignition' || isOnWindows(subject)) return;
        const labels = labelsOf(subject);
        mounts.forEach(([device = ''], index) => {
          if (!device.startsWith(LABEL)) return;
          const label = device.slice(LABEL.length);
          if (labels.includes(label) || bootCommands.some((text) => text.includes(label))) return;
          const close = closestWord(label, labels);
          const made = close === undefined ? 'give it there' : `write "${LABEL}${close}"`;
          refuse(bootstrapPlace(subject, 'mounts', `[${index}][0]`), {
            given: device,
            allowed: `the label of one of bootstrap.diskSetup.filesystems${labels.length === 0 ? '' : `: ${quotedList(labels)}`}`,
            fix: `${made}, or write "/dev/disk/by-label/${label}" for one that the image has`,
          });
        });
      },
    },
  ];
}

function visitDevices(faultOf: MachineDisks['untold']): Rule<MachineSubject>['check'] {
  return (subject, refuse) => {
    if (isOnWindows(subject)) return;
    for (const list of LISTS) {
      subject.machine.bootstrap.diskSetup[list].forEach(({ device }, index) => {
        const finding = faultOf(subject, device);
        if (finding === undefined) return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.${list}[${index}].device`), finding);
      });
    }
  };
}

/** Labels of file systems that are made, that of etcd's disk included. */
function labelsOf(subject: MachineSubject): readonly string[] {
  const labels = subject.machine.bootstrap.diskSetup.filesystems.map(({ label }) => label);
  const { etcd } = subject.cluster.controlPlane;
  if (!isControlPlaneMachine(subject) || etcd?.kind !== 'local') return labels;
  const { label = ETCD_VOLUME_DEFAULTS.label } = etcd.volume ?? {};
  return etcd.volume === undefined ? labels : [...labels, label];
}
