import { leaveOut, write } from '../../base/fix';
import { hasUnitName, isCleanPath, isWithin, UNIT_DIRECTORY, withUnitName } from '../../base/paths';
import type { Rule } from '../../base/rule';
import { quotedList } from '../../base/words';
import { ETCD_VOLUME_DEFAULTS, LOCAL_ETCD_DEFAULTS } from '../model/etcd';
import { etcdVolume, localEtcd } from './local-etcd';
import type { ControlPlaneSubject } from './subjects';

/** Boot disks of machines. */
const BOOT_DISKS = ['/dev/vda', '/dev/sda', '/dev/root'];
const MOST_LABEL = { ext4: 16, xfs: 12 };
const DISK_SETUP = 'canonical/cloud-init@24.4:cloudinit/config/cc_disk_setup.py';

/** Rules on the dedicated disk of etcd. */
export const ETCD_VOLUME_RULES: readonly Rule<ControlPlaneSubject>[] = [
  {
    id: 'etcd-volume-device',
    reason: 'The disk is formatted, which destroys any other data on it.',
    source: DISK_SETUP,
    check: localEtcd(({ volume }, path, refuse) => {
      if (volume === undefined) return;
      const { device } = volume;
      const isDisk = isCleanPath(device) && isWithin(device, '/dev') && device !== '/dev';
      if (isDisk && !BOOT_DISKS.includes(device)) return;
      refuse(
        { path, prop: 'etcd.volume.device' },
        {
          given: device,
          allowed: `a disk under /dev other than the boot disks ${quotedList(BOOT_DISKS)}`,
          fix: write('/dev/vdb', { ends: ' for the first additional block device' }),
        },
      );
    }),
  },
  {
    id: 'etcd-volume-label',
    reason: 'A label that is too long is truncated, and the mount does not find the file system.',
    source: DISK_SETUP,
    check: localEtcd(({ volume }, path, refuse) => {
      if (volume === undefined) return;
      const { filesystem, label } = { ...ETCD_VOLUME_DEFAULTS, ...volume };
      const most = MOST_LABEL[filesystem] ?? MOST_LABEL.ext4;
      if (/^[A-Za-z0-9_-]+$/.test(label) && label.length <= most) return;
      refuse(
        { path, prop: 'etcd.volume.label' },
        {
          given: label,
          allowed: `at most ${most} letters, digits, dashes and underscores for ${filesystem}`,
          fix: write(label.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, most)),
        },
      );
    }),
  },
  {
    id: 'etcd-volume-shared',
    reason:
      'File systems on one disk or with one label, and mounts on one directory, hide each other.',
    source: 'canonical/cloud-init@24.4:cloudinit/config/cc_mounts.py',
    check({ controlPlane }, refuse) {
      const { path, etcd, bootstrap } = controlPlane;
      if (etcd?.kind !== 'local' || etcd.volume === undefined) return;
      const { device, label } = { ...ETCD_VOLUME_DEFAULTS, ...etcd.volume };
      const { dataDir = LOCAL_ETCD_DEFAULTS.dataDir } = etcd;
      const shares = (prop: string, given: string, taken: boolean) => {
        if (!taken) return;
        const allowed = "a value that the machines' bootstrap does not use";
        refuse({ path, prop }, { given, allowed, fix: 'remove it from bootstrap' });
      };
      const { filesystems, partitions } = bootstrap.diskSetup;
      const disks = [...filesystems, ...partitions].map((one) => one.device);
      shares('etcd.volume.device', device, disks.includes(device));
      shares(
        'etcd.volume.label',
        label,
        filesystems.some((one) => one.label === label),
      );
      shares(
        'etcd.dataDir',
        dataDir,
        bootstrap.mounts.some((mount) => mount[1] === dataDir),
      );
    },
  },
  {
    id: 'etcd-volume-unit',
    reason:
      'Ignition mounts the disk with a systemd unit, whose name is derived from the directory.',
    source: 'CAPI@v1.14.0:bootstrap/kubeadm/internal/ignition/clc/clc.go',
    check: etcdVolume(({ dataDir = LOCAL_ETCD_DEFAULTS.dataDir }, { controlPlane }, refuse) => {
      const { path, bootstrap } = controlPlane;
      if (bootstrap.format.kind !== 'ignition' || hasUnitName(dataDir) || !isCleanPath(dataDir)) {
        return;
      }
      refuse(
        { path, prop: 'etcd.dataDir' },
        {
          given: dataDir,
          allowed: `with Ignition, ${UNIT_DIRECTORY}, because the unit is named after it`,
          fix: write(withUnitName(dataDir)),
        },
      );
    }),
  },
  {
    id: 'etcd-volume-options',
    reason:
      'Options are one fstab field, separated by commas, so spaces or commas in an option break it.',
    source: 'canonical/cloud-init@24.4:cloudinit/config/cc_mounts.py',
    check: localEtcd(({ volume }, path, refuse) => {
      const { mountOptions } = volume ?? {};
      if (mountOptions?.length === 0) {
        const allowed = 'at least one option';
        const prop = 'etcd.volume.mountOptions';
        refuse({ path, prop }, { given: mountOptions, allowed, fix: leaveOut() });
      }
      mountOptions?.forEach((option, index) => {
        if (/^[^\s,]+$/.test(option)) return;
        const words = option.split(/[\s,]+/).filter((word) => word !== '');
        refuse(
          { path, prop: `etcd.volume.mountOptions[${index}]` },
          {
            given: option,
            allowed: 'an option without spaces and commas, such as "noatime"',
            fix: words.length === 0 ? leaveOut() : `write ${quotedList(words)}`,
          },
        );
      });
    }),
  },
];
