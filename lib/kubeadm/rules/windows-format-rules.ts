import type { Rule } from '../../base/rule';
import type { PoolSubject } from './subjects';

/** Rules on the bootstrap format of Windows pools. */
export const WINDOWS_FORMAT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-format',
    reason: 'Windows images have cloudbase-init, which cannot read the configuration of Ignition.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/administer-cluster/kubeadm/adding-windows-nodes.md',
    check({ pool: { path, bootstrap } }, refuse) {
      if (bootstrap.format.kind !== 'ignition') return;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: 'ignition',
          allowed: 'cloudInit in a Windows pool',
          fix: 'write bootstrap: { format: MachineFormat.cloudInit() } in the pool',
        },
      );
    },
  },
];
