import type { Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import { isControlPlaneMachine } from '../../cluster/rules/machine-role';
import { ETCD_VOLUME_DEFAULTS } from '../model/etcd';
import { bootstrapPlace, isOnWindows } from './bootstrap-places';
import type { MachineSubject } from './subjects';

const LABEL = 'LABEL=';
const LISTS = ['partitions', 'filesystems'] as const;

/** Returns rules on disks and labels that machines must have. */
export function presentDiskRules({
  sources,
  missing,
  untold,
}: MachineDisks): readonly Rule<MachineSubject>[] {
  return [
    {
      id: 'node-disk-present',
      reason: 'Nothing is created on a disk that does not exist, and machines boot without it.',
      source: sources.devices,
      check: visitDevices(missing),
    },
    {
      id: 'node-disk-config-drive',
      reason: 'Links by tag exist only if a config drive describes the disks.',
      source: sources.told,
      check: visitDevices(untold),
    },
    {
      id: 'node-mount-label',
      reason: 'cloud-init skips a mount whose label does not exist, and machines boot without it.',
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
          const made = close === undefined ? 'add it there' : `write "${LABEL}${close}"`;
          refuse(bootstrapPlace(subject, 'mounts', `[${index}][0]`), {
            given: device,
            allowed: `a label in bootstrap.diskSetup.filesystems${labels.length === 0 ? '' : `: ${quotedList(labels)}`}`,
            fix: `${made}, or write "/dev/disk/by-label/${label}" for a file system in the image`,
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

/** Returns the labels of file systems that are created, including that of etcd's disk. */
function labelsOf(subject: MachineSubject): readonly string[] {
  const labels = subject.machine.bootstrap.diskSetup.filesystems.map(({ label }) => label);
  const { etcd } = subject.cluster.controlPlane;
  if (!isControlPlaneMachine(subject) || etcd?.kind !== 'local') return labels;
  const { label = ETCD_VOLUME_DEFAULTS.label } = etcd.volume ?? {};
  return etcd.volume === undefined ? labels : [...labels, label];
}
