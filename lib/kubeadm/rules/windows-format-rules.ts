import type { Rule } from '../../base/rule';
import type { PoolSubject } from './subjects';

/** Rules on what starts machines of pools with Windows. */
export const WINDOWS_FORMAT_RULES: readonly Rule<PoolSubject>[] = [
  {
    id: 'windows-format',
    reason: 'Images with Windows have cloudbase-init, which cannot read what Ignition reads.',
    source:
      'kubernetes/website@main:content/en/docs/tasks/administer-cluster/kubeadm/adding-windows-nodes.md',
    check({ pool: { path, bootstrap } }, refuse) {
      if (bootstrap.format.kind !== 'ignition') return;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: 'ignition',
          allowed: 'cloudInit in a pool with Windows',
          fix: 'write bootstrap: { format: MachineFormat.cloudInit() } in the pool',
        },
      );
    },
  },
];
