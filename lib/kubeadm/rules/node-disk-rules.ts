import { leaveOut, write } from '../../base/fix';
import type { Rule } from '../../base/rule';
import { bootstrapPlace, visitFiles } from './bootstrap-places';
import { isPath } from './node-file-rules';
import type { MachineSubject } from './subjects';

const DEVICE = /^\/dev\/[\w./:-]+$/;
const ROOT_DISK = /^\/dev\/(vda|sda|xvda)$/;
const PARTITION = /^(auto|any|auto\|any|none|\d+)$/;
const MOST_ITEMS = 100;
const MOST_FIELDS = 6;
/** Maximum label lengths by file system; for other types, the command that creates one reports the error. */
const MOST_LABEL: Readonly<Record<string, number>> = { ext2: 16, ext3: 16, ext4: 16, xfs: 12 };
const CLOUD_DISKS = 'canonical/cloud-init@main:cloudinit/config/cc_disk_setup.py';
const CLOUD_MOUNTS = 'canonical/cloud-init@main:cloudinit/config/cc_mounts.py';
const KUBEADM_CRD =
  'CAPI@v1.14.0:bootstrap/kubeadm/config/crd/bases/bootstrap.cluster.x-k8s.io_kubeadmconfigtemplates.yaml';

/** Rules on mounts of machines. */
export const NODE_MOUNT_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-mount-fields',
    reason: 'An fstab entry must begin with a device and a directory.',
    source: CLOUD_MOUNTS,
    check(subject, refuse) {
      subject.machine.bootstrap.mounts.forEach((mount, index) => {
        const [device, directory = ''] = mount;
        const isLine =
          mount.length >= 2 &&
          mount.length <= MOST_FIELDS &&
          mount.every((field) => /^\S+$/.test(field));
        if (isLine && (isPath(directory) || directory === 'none')) return;
        refuse(bootstrapPlace(subject, 'mounts', `[${index}]`), {
          given: mount,
          allowed: `a device, an absolute directory, and up to ${MOST_FIELDS - 2} more fields, without spaces`,
          fix: `write ["${device === undefined || device === '' ? 'LABEL=data' : device.trim()}", "/var/lib/data"] with your directory`,
        });
      });
    },
  },
  {
    id: 'node-mount-unique',
    reason: 'A later mount hides an earlier one on the same directory.',
    source: CLOUD_MOUNTS,
    check(subject, refuse) {
      const seen = new Set<string>(['none']);
      subject.machine.bootstrap.mounts.forEach(([, directory = ''], index) => {
        if (seen.has(directory) && directory !== 'none') {
          refuse(bootstrapPlace(subject, 'mounts', `[${index}][1]`), {
            given: directory,
            allowed: 'a directory that no other mount has',
            fix: 'leave one of them out',
          });
        }
        seen.add(directory);
      });
    },
  },
  {
    id: 'node-mount-file',
    reason: 'Files are written before anything is mounted, so the mount hides them.',
    source: 'canonical/cloud-init@main:config/cloud.cfg.tmpl',
    check(subject, refuse) {
      const directories = subject.machine.bootstrap.mounts.map(([, directory = '']) => directory);
      visitFiles(subject, ({ path }, at) => {
        const over = directories.find((directory) => path.startsWith(`${directory}/`));
        if (over === undefined) return;
        refuse(at('path'), {
          given: path,
          allowed: `a path outside ${JSON.stringify(over)}, a mount point in bootstrap.mounts`,
          fix: 'write it to another path, and copy it by a command in bootstrap.preKubeadmCommands',
        });
      });
    },
  },
];

/** Rules on the disks of machines. */
export const NODE_DISK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'node-disk-device',
    reason: 'A disk is found only by its device path under /dev.',
    source: CLOUD_DISKS,
    check(subject, refuse) {
      for (const list of ['partitions', 'filesystems'] as const) {
        subject.machine.bootstrap.diskSetup[list].forEach(({ device }, index) => {
          if (DEVICE.test(device)) return;
          refuse(bootstrapPlace(subject, 'diskSetup', `.${list}[${index}].device`), {
            given: device,
            allowed: 'the path of a device, such as "/dev/vdb"',
            fix: DEVICE.test(`/dev/${device}`) ? write(`/dev/${device}`) : 'write its device path',
          });
        });
      }
    },
  },
  {
    id: 'node-disk-root',
    reason: 'The machine runs from the first disk, and overwriting it destroys the system.',
    source: CLOUD_DISKS,
    check(subject, refuse) {
      for (const list of ['partitions', 'filesystems'] as const) {
        subject.machine.bootstrap.diskSetup[list].forEach(({ device, overwrite }, index) => {
          if (overwrite !== true || !ROOT_DISK.test(device)) return;
          refuse(bootstrapPlace(subject, 'diskSetup', `.${list}[${index}].overwrite`), {
            given: true,
            allowed: `false for ${device}`,
            fix: write(false, { or: 'write the intended disk, such as "/dev/vdb"' }),
          });
        });
      }
    },
  },
  {
    id: 'node-disk-unique',
    reason:
      'A second partition table of a disk overwrites the first, and only one of two equal labels is found.',
    source: CLOUD_DISKS,
    check(subject, refuse) {
      const { partitions, filesystems } = subject.machine.bootstrap.diskSetup;
      const devices = partitions.map(({ device }) => device);
      const labels = filesystems.map(({ label }) => label);
      for (const [list, field, values] of [
        ['partitions', 'device', devices],
        ['filesystems', 'label', labels],
      ] as const) {
        values.forEach((value, index) => {
          if (values.indexOf(value) === index) return;
          refuse(bootstrapPlace(subject, 'diskSetup', `.${list}[${index}].${field}`), {
            given: value,
            allowed: `a ${field} that is unique in ${list}`,
            fix: `write another ${field}, or leave one out`,
          });
        });
      }
    },
  },
  {
    id: 'node-disk-label',
    reason: 'A label that is too long is truncated, and no file system is found by the full label.',
    source: 'tytso/e2fsprogs@master:misc/mke2fs.8.in',
    check(subject, refuse) {
      subject.machine.bootstrap.diskSetup.filesystems.forEach(({ filesystem, label }, index) => {
        const most = MOST_LABEL[filesystem] ?? 512;
        if (/^\S+$/.test(label) && label.length <= most) return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.filesystems[${index}].label`), {
          given: label,
          allowed: `1 to ${most} characters without spaces for ${filesystem}`,
          fix: write(label.replace(/\s+/g, '').slice(0, most) || 'data'),
        });
      });
    },
  },
  {
    id: 'node-disk-partition',
    reason: 'cloud-init accepts only partition numbers and a few words.',
    source: CLOUD_DISKS,
    check(subject, refuse) {
      subject.machine.bootstrap.diskSetup.filesystems.forEach(({ partition }, index) => {
        if (partition === undefined || PARTITION.test(partition)) return;
        refuse(bootstrapPlace(subject, 'diskSetup', `.filesystems[${index}].partition`), {
          given: partition,
          allowed: 'a number, "auto", "any", "auto|any" or "none"',
          fix: leaveOut({ ends: ' to use the device itself' }),
        });
      });
    },
  },
  {
    id: 'node-disk-count',
    reason: 'Cluster API accepts at most 100 items in a list.',
    source: KUBEADM_CRD,
    check(subject, refuse) {
      const { mounts, diskSetup } = subject.machine.bootstrap;
      const lists = {
        'diskSetup.partitions': diskSetup.partitions,
        'diskSetup.filesystems': diskSetup.filesystems,
        mounts,
      };
      for (const [list, { length }] of Object.entries(lists)) {
        if (length <= MOST_ITEMS) continue;
        refuse(
          { path: subject.machine.path, prop: `bootstrap.${list}.length` },
          {
            given: length,
            allowed: `at most ${MOST_ITEMS} items`,
            fix: 'set up the rest by commands',
          },
        );
      }
    },
  },
];
