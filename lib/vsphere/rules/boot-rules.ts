import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { MachineSubject } from '../../cluster/rules/subjects';
import type { VSphereCluster } from '../model/cluster';
import type { VSphereMachine } from '../model/machine';

/** What of a machine's bootstrap configuration these rules look at. */
interface ToldMachine extends VSphereMachine {
  readonly bootstrap?: {
    readonly format?: { readonly kind: string };
    readonly shared?: readonly string[];
  };
}

/** Rules on what starts in virtual machines. */
export const BOOT_RULES: readonly Rule<MachineSubject<VSphereCluster, ToldMachine>>[] = [
  {
    id: 'vm-format',
    reason:
      'A node is named by cloud-init, from what the provider says of its machine; Ignition knows no such words.',
    source: 'CAPV@v1.16.1:pkg/util/constants.go',
    check({ cluster, machine }, refuse) {
      const { format, shared = [] } = machine.bootstrap ?? {};
      if (format === undefined || format.kind === 'cloudInit') return;
      const { path } = shared.includes('format') ? cluster : machine;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: format.kind,
          allowed: 'cloud-init, which machines of vSphere start by here',
          fix: leaveOut({ or: 'put the cluster on an OpenStackCloud' }),
        },
      );
    },
  },
];
