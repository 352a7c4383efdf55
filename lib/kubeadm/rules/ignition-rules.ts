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
/** Types of file systems that Ignition creates. */
const KINDS = ['ext4', 'btrfs', 'xfs', 'vfat', 'swap'];

/** Rules on machines with Ignition. */
export const IGNITION_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'ignition-gate',
    reason: 'The webhooks reject Ignition while its feature gate is disabled, as it is by default.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { featureGates } = subject.cluster.profile;
      if (featureGates.kubeadmBootstrapFormatIgnition === true) return;
      refuse(bootstrapPlace(subject, 'format'), {
        given: 'ignition',
        allowed: 'ignition only with the feature gate kubeadmBootstrapFormatIgnition',
        fix: leaveOut({
          or: 'enable the gate in both kubeadm providers and add featureGates: { kubeadmBootstrapFormatIgnition: true } to the options of Providers',
        }),
      });
    },
  },
  {
    id: 'ignition-boot-commands',
    reason: 'Ignition runs once, before any command can run.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { length } = subject.machine.bootstrap.bootCommands;
      if (length === 0) return;
      refuse(bootstrapPlace(subject, 'bootCommands', '.length'), {
        given: length,
        allowed: 'no boot commands with Ignition',
        fix: 'add a systemd unit to containerLinuxConfig, or use preKubeadmCommands',
      });
    },
  },
  {
    id: 'ignition-command',
    reason:
      'Commands are written to YAML unescaped, and one control character makes all of it unreadable.',
    source: TRANSPILER,
    check(subject, refuse) {
      for (const { text, place } of placedCommands(subject)) {
        const found = unprintable(text);
        if (found === undefined) continue;
        refuse(place, {
          given: `(text with ${found})`,
          allowed: 'with Ignition, text without control characters other than tabs and line breaks',
          fix: "put it into a file with encoding: 'base64', and run the file",
        });
      }
    },
  },
  {
    id: 'ignition-file',
    reason: 'Ignition neither decompresses files nor appends to them.',
    source: TRANSPILER,
    check(subject, refuse) {
      visitFiles(subject, ({ encoding, append }, at) => {
        if (encoding === 'gzip' || encoding === 'gzip+base64') {
          refuse(at('encoding'), {
            given: encoding,
            allowed: 'base64 with Ignition',
            fix: 'write "base64", with the uncompressed content',
          });
        }
        if (append !== true) return;
        refuse(at('append'), {
          given: true,
          allowed: 'false with Ignition',
          fix: 'write a separate file, and append it by a command in preKubeadmCommands',
        });
      });
    },
  },
  {
    id: 'ignition-disk',
    reason:
      'Ignition creates only GPT tables, and five types of file systems, on the given device.',
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
          allowed: 'none with Ignition, which uses the device itself',
          fix: /^\d+$/.test(partition)
            ? `leave it out, and write "${device}${partition}" as the device`
            : leaveOut(),
        });
      });
    },
  },
  {
    id: 'ignition-mount',
    reason:
      'A mount becomes a systemd unit that is named after the directory and finds the file system by label.',
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
            allowed: `a label in bootstrap.diskSetup.filesystems with Ignition${labels.length === 0 ? '' : `: ${quotedList(labels)}`}`,
            fix: 'add the file system there, or a mount unit to containerLinuxConfig',
          });
        } else if (kind !== undefined && kind !== 'auto' && kind !== filesystem) {
          refuse(at(2), {
            given: kind,
            allowed: `"auto" or ${JSON.stringify(filesystem)}, the type of the file system; options come after it`,
            fix: write(filesystem),
          });
        }
        if (hasUnitName(directory) || (directory !== 'none' && !isPath(directory))) return;
        refuse(at(1), {
          given: directory,
          allowed: `with Ignition, ${UNIT_DIRECTORY}, because the unit is named after it`,
          fix:
            directory === 'none'
              ? 'add a swap unit to containerLinuxConfig'
              : write(withUnitName(directory)),
        });
      });
    },
  },
  {
    id: 'ignition-variable',
    reason: 'Ignition does not expand cloud-init variables.',
    source: TRANSPILER,
    check(subject, refuse) {
      const finding = (text: string) => ({
        given: CLOUD_INIT_VARIABLE.exec(text)?.[0],
        allowed: 'no cloud-init variables with Ignition',
        fix: 'use the variables in /run/metadata/flatcar in a command in preKubeadmCommands',
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
