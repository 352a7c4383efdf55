import { write } from '../../base/fix';
import { isWithin } from '../../base/paths';
import type { Rule } from '../../base/rule';
import { isWholeNumber } from '../../base/words';
import type { MachineDisks } from '../../cluster/rules/machine-disks';
import { LOCAL_ETCD_DEFAULTS } from '../model/etcd';
import { visitFiles } from './bootstrap-places';
import { etcdVolume } from './local-etcd';
import type { ControlPlaneSubject, MachineSubject } from './subjects';

const DEVICE = 'etcd.volume.device';

/** Returns rules on etcd's disk that depend on the disks and files of machines. */
export function etcdDiskRules(disks: MachineDisks): readonly Rule<ControlPlaneSubject>[] {
  return [
    {
      id: 'etcd-volume-disk',
      reason:
        'A disk that does not exist is not mounted, and etcd never starts, or writes to another disk.',
      source: disks.sources.devices,
      check: etcdVolume((etcd, { cluster, controlPlane }, refuse) => {
        const { path } = controlPlane;
        const subject: MachineSubject = { cluster, machine: controlPlane };
        const finding = disks.missing(subject, etcd.volume.device, 'etcd');
        if (finding !== undefined) refuse({ path, prop: DEVICE }, finding);
      }),
    },
    {
      id: 'etcd-volume-config-drive',
      reason: 'Links by tag exist only if a config drive describes the disks.',
      source: disks.sources.told,
      check: etcdVolume((etcd, { cluster, controlPlane }, refuse) => {
        const { path } = controlPlane;
        const finding = disks.untold({ cluster, machine: controlPlane }, etcd.volume.device);
        if (finding !== undefined) refuse({ path, prop: DEVICE }, finding);
      }),
    },
    {
      id: 'etcd-volume-quota',
      reason: 'etcd fails permanently if its disk is full before the quota is reached.',
      source: 'etcd-io/website@main:content/en/docs/v3.6/op-guide/maintenance.md',
      check: etcdVolume((etcd, { cluster, controlPlane }, refuse) => {
        const { path } = controlPlane;
        const subject: MachineSubject = { cluster, machine: controlPlane };
        const { sizeGiB } = disks.diskAt(subject, etcd.volume.device) ?? {};
        const { quotaGiB } = etcd.tuning ?? {};
        if (sizeGiB === undefined || quotaGiB === undefined || quotaGiB <= sizeGiB) return;
        const fix = isWholeNumber(sizeGiB, 1)
          ? write(sizeGiB, { or: 'make the disk larger' })
          : 'make the disk larger';
        refuse(
          { path, prop: 'etcd.tuning.quotaGiB' },
          {
            given: quotaGiB,
            allowed: `at most ${sizeGiB}, the size of the disk`,
            fix,
          },
        );
      }),
    },
    {
      id: 'etcd-volume-file',
      reason: 'Files are written before anything is mounted, so the mount hides them.',
      source: 'canonical/cloud-init@main:config/cloud.cfg.tmpl',
      check: etcdVolume((etcd, { cluster, controlPlane }, refuse) => {
        const { dataDir = LOCAL_ETCD_DEFAULTS.dataDir } = etcd;
        visitFiles({ cluster, machine: controlPlane }, ({ path }, at) => {
          if (!isWithin(path, dataDir)) return;
          refuse(at('path'), {
            given: path,
            allowed: `a path outside ${JSON.stringify(dataDir)}, where the etcd disk is mounted`,
            fix: 'choose another path; the disk is only for etcd',
          });
        });
      }),
    },
  ];
}
