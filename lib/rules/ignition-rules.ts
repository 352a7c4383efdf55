import type { MachineFormatModel } from '../model/machine-format';
import { bootstrapPlace, placedCommands, visitFiles } from './bootstrap-places';
import type { Refuse, Rule } from './rule';
import type { MachineSubject } from './subjects';
import { closestWord, quotedList } from './words';

const WEBHOOK = 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go';
const TRANSPILER = 'CAPI@v1.14.0:bootstrap/kubeadm/internal/ignition/clc/clc.go';
const CLOUD_INIT_VARIABLE = /\{\{\s*(ds|v1|local_hostname|instance_id)\b[^}]*\}\}/;
const MOST_CONFIG = 32_768;
const SECTIONS = [
  'docker',
  'etcd',
  'flannel',
  'ignition',
  'locksmith',
  'networkd',
  'passwd',
  'storage',
  'systemd',
  'update',
];

/** Rules on machines that start by Ignition. */
export const IGNITION_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'ignition-gate',
    reason: 'The webhooks refuse Ignition while its feature gate is off, as it is by default.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { clusterApi, featureGates } = subject.cluster.profile;
      if (featureGates.kubeadmBootstrapFormatIgnition === true) return;
      refuse(bootstrapPlace(subject, 'format'), {
        given: 'ignition',
        allowed: 'ignition with the feature gate kubeadmBootstrapFormatIgnition',
        fix: `leave it out, or switch the gate on in both kubeadm providers and write Providers.stable('${clusterApi}', { featureGates: { kubeadmBootstrapFormatIgnition: true } })`,
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
    reason: 'Ignition makes GPT alone, and a file system on the device that it is told.',
    source: WEBHOOK,
    check(subject, refuse) {
      const { partitions, filesystems } = subject.machine.bootstrap.diskSetup;
      partitions.forEach(({ tableType }, index) => {
        if (tableType === 'gpt') return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.partitions[${index}].tableType`), {
          given: tableType,
          allowed: '"gpt" with Ignition',
          fix: 'write "gpt"',
        });
      });
      filesystems.forEach(({ partition, device }, index) => {
        if (partition === undefined) return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.filesystems[${index}].partition`), {
          given: partition,
          allowed: 'a device alone with Ignition',
          fix: /^\d+$/.test(partition)
            ? `leave it out, and write "${device}${partition}" as the device`
            : 'leave it out',
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
      mounts.forEach(([device = '', directory = ''], index) => {
        if (!labels.includes(device.replace(/^LABEL=/, ''))) {
          refuse(bootstrapPlace(subject, 'mounts', `[${index}][0]`), {
            given: device,
            allowed: `the label of one of bootstrap.diskSetup.filesystems with Ignition${labels.length === 0 ? '' : `: ${quotedList(labels)}`}`,
            fix: 'give the file system there, or a mount unit in containerLinuxConfig',
          });
        }
        if (!directory.includes('-')) return;
        refuse(bootstrapPlace(subject, 'mounts', `[${index}][1]`), {
          given: directory,
          allowed: 'a directory without a dash with Ignition, as systemd takes one for a slash',
          fix: `write ${JSON.stringify(directory.replaceAll('-', '_'))}`,
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
  {
    id: 'ignition-config',
    reason: 'Cluster API reads a Container Linux Config, and not the newer Butane.',
    source: TRANSPILER,
    check(subject, refuse) {
      const { format } = subject.machine.bootstrap;
      if (format.kind === 'ignition') checkConfig(subject, format, refuse);
    },
  },
];

function checkConfig(
  subject: MachineSubject,
  { containerLinuxConfig }: Extract<MachineFormatModel, { kind: 'ignition' }>,
  refuse: Refuse,
): void {
  const place = bootstrapPlace(subject, 'format', '.containerLinuxConfig');
  for (const section in containerLinuxConfig) {
    if (SECTIONS.includes(section)) continue;
    const close = closestWord(section, SECTIONS);
    refuse(place, {
      given: section,
      allowed: `sections of a Container Linux Config: ${quotedList(SECTIONS)}`,
      fix: close === undefined ? 'leave it out' : `write ${JSON.stringify(close)}`,
    });
  }
  if (!hasUnits(containerLinuxConfig.systemd)) {
    refuse(
      { ...place, prop: `${place.prop}.systemd` },
      {
        given: containerLinuxConfig.systemd,
        allowed: 'units as a list of names with what belongs to them',
        fix: "write { units: [{ name: 'a.service', enabled: true }] }",
      },
    );
  }
  const { length } = JSON.stringify(containerLinuxConfig);
  if (length <= MOST_CONFIG) return;
  refuse(
    { ...place, prop: `${place.prop}.length` },
    {
      given: length,
      allowed: `at most ${MOST_CONFIG} characters`,
      fix: 'give files of it as bootstrap.files with a Secret, or build them into the image',
    },
  );
}

function hasUnits(systemd: unknown): boolean {
  if (systemd === undefined) return true;
  if (typeof systemd !== 'object' || systemd === null || !('units' in systemd)) return false;
  const { units } = systemd;
  return Array.isArray(units) && units.every(isUnit);
}

function isUnit(unit: unknown): boolean {
  if (typeof unit !== 'object' || unit === null || !('name' in unit)) return false;
  if (typeof unit.name !== 'string') return false;
  return !('dropins' in unit) || Array.isArray(unit.dropins);
}
