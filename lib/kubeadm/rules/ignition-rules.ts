import { leaveOut, write } from '../../base/fix';
import { checkWord } from '../../base/known-word';
import { hasUnitName, UNIT_DIRECTORY, withUnitName } from '../../base/paths';
import type { Rule } from '../../base/rule';
import { quotedList, unprintable } from '../../base/words';
import { bootstrapPlace, placedCommands, visitFiles } from './bootstrap-places';
import { isPath } from './node-file-rules';
import type { MachineSubject } from './subjects';

const WEBHOOK = 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go';
const TRANSPILER = 'CAPI@v1.14.0:bootstrap/kubeadm/internal/ignition/clc/clc.go';
const CLOUD_INIT_VARIABLE = /\{\{\s*(ds|v1|local_hostname|instance_id)\b[^}]*\}\}/;
/** Kinds of file systems that Ignition makes. */
const KINDS = ['ext4', 'btrfs', 'xfs', 'vfat', 'swap'];

/** Rules on machines that start by Ignition. */
export const IGNITION_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'ignition-gate',
    reason: 'The webhooks refuse Ignition while its feature gate is off, as it is by default.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { featureGates } = subject.cluster.profile;
      if (featureGates.kubeadmBootstrapFormatIgnition === true) return;
      refuse(bootstrapPlace(subject, 'format'), {
        given: 'ignition',
        allowed: 'ignition with the feature gate kubeadmBootstrapFormatIgnition',
        fix: leaveOut({
          or: 'switch the gate on in both kubeadm providers and add featureGates: { kubeadmBootstrapFormatIgnition: true } to the options of Providers',
        }),
      });
    },
  },
  {
    id: 'ignition-boot-commands',
    reason: 'Ignition runs once, before anything that could run a command.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { length } = subject.machine.bootstrap.bootCommands;
      if (length === 0) return;
      refuse(bootstrapPlace(subject, 'bootCommands', '.length'), {
        given: length,
        allowed: 'no boot commands with Ignition',
        fix: 'give a systemd unit in containerLinuxConfig, or use preKubeadmCommands',
      });
    },
  },
  {
    id: 'ignition-command',
    reason: 'Commands stand in YAML as they are, and one control character spoils all of it.',
    source: TRANSPILER,
    check(subject, refuse) {
      for (const { text, place } of placedCommands(subject)) {
        const found = unprintable(text);
        if (found === undefined) continue;
        refuse(place, {
          given: `(text with ${found})`,
          allowed: 'text without control characters but tabs and line ends, with Ignition',
          fix: "put it into a file with encoding: 'base64', and run that",
        });
      }
    },
  },
  {
    id: 'ignition-file',
    reason: 'Ignition unpacks no file and adds to none.',
    source: TRANSPILER,
    check(subject, refuse) {
      visitFiles(subject, ({ encoding, append }, at) => {
        if (encoding === 'gzip' || encoding === 'gzip+base64') {
          refuse(at('encoding'), {
            given: encoding,
            allowed: 'base64 with Ignition',
            fix: 'write "base64", with the content as it is before it is packed',
          });
        }
        if (append !== true) return;
        refuse(at('append'), {
          given: true,
          allowed: 'false with Ignition',
          fix: 'write a file of its own, and add it to the other by a command of preKubeadmCommands',
        });
      });
    },
  },
  {
    id: 'ignition-disk',
    reason:
      'Ignition makes GPT alone, and five kinds of file systems, on the device that it is told.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { partitions, filesystems } = subject.machine.bootstrap.diskSetup;
      partitions.forEach(({ tableType }, index) => {
        if (tableType === 'gpt') return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.partitions[${index}].tableType`), {
          given: tableType,
          allowed: '"gpt" with Ignition',
          fix: write('gpt'),
        });
      });
      filesystems.forEach(({ partition, device, filesystem }, index) => {
        const kind = `.filesystems[${index}].filesystem`;
        checkWord(
          bootstrapPlace(subject, 'diskSetup', kind),
          filesystem,
          KINDS,
          refuse,
          write('ext4'),
        );
        if (partition === undefined) return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.filesystems[${index}].partition`), {
          given: partition,
          allowed: 'a device alone with Ignition',
          fix: /^\d+$/.test(partition)
            ? `leave it out, and write "${device}${partition}" as the device`
            : leaveOut(),
        });
      });
    },
  },
  {
    id: 'ignition-mount',
    reason: 'A mount becomes a unit named for its directory, of the file system with its label.',
    source: TRANSPILER,
    check(subject, refuse) {
      const { mounts, diskSetup } = subject.machine.bootstrap;
      const labels = diskSetup.filesystems.map(({ label }) => label);
      mounts.forEach(([device = '', directory = '', kind], index) => {
        const at = (field: number) => bootstrapPlace(subject, 'mounts', `[${index}][${field}]`);
        const label = device.replace(/^LABEL=/, '');
        const filesystem = diskSetup.filesystems.find((one) => one.label === label)?.filesystem;
        if (filesystem === undefined) {
          refuse(at(0), {
            given: device,
            allowed: `the label of one of bootstrap.diskSetup.filesystems with Ignition${labels.length === 0 ? '' : `: ${quotedList(labels)}`}`,
            fix: 'give the file system there, or a mount unit in containerLinuxConfig',
          });
        } else if (kind !== undefined && kind !== 'auto' && kind !== filesystem) {
          refuse(at(2), {
            given: kind,
            allowed: `"auto" or ${JSON.stringify(filesystem)}, of which the file system is; options come after it`,
            fix: write(filesystem),
          });
        }
        if (hasUnitName(directory) || (directory !== 'none' && !isPath(directory))) return;
        refuse(at(1), {
          given: directory,
          allowed: `${UNIT_DIRECTORY}, with Ignition, as the unit is named for it`,
          fix:
            directory === 'none'
              ? 'give a swap unit in containerLinuxConfig'
              : write(withUnitName(directory)),
        });
      });
    },
  },
  {
    id: 'ignition-variable',
    reason: 'What cloud-init would fill in stays as it is.',
    source: TRANSPILER,
    check(subject, refuse) {
      const finding = (text: string) => ({
        given: CLOUD_INIT_VARIABLE.exec(text)?.[0],
        allowed: 'no variables of cloud-init with Ignition',
        fix: 'use those of /run/metadata/flatcar in a command of preKubeadmCommands',
      });
      visitFiles(subject, ({ content }, at) => {
        if (typeof content !== 'string' || !CLOUD_INIT_VARIABLE.test(content)) return;
        refuse(at('content'), finding(content));
      });
      for (const { text, place } of placedCommands(subject)) {
        if (CLOUD_INIT_VARIABLE.test(text)) refuse(place, finding(text));
      }
    },
  },
];
