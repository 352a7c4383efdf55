import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import type { MachineModel } from '../model/machine';
import type { MachineSubject } from './subjects';

/** What of a machine's bootstrap configuration the rule looks at. */
export interface ToldMachine extends MachineModel {
  readonly bootstrap?: {
    readonly format?: { readonly kind: string };
    readonly shared?: readonly string[];
  };
}

/** What a provider says of a rule that its machines start by cloud-init alone. */
export interface CloudInitRule {
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  /** Where machines start so, such as `machines of this cloud`. */
  readonly machines: string;
  /** What clusters whose machines start otherwise are put on. */
  readonly elsewhere: string;
}

/** Rule of a provider whose machines start by cloud-init alone. */
export function cloudInitRule({
  machines,
  elsewhere,
  ...facts
}: CloudInitRule): Rule<MachineSubject<ClusterModel, ToldMachine>> {
  return {
    ...facts,
    check({ cluster, machine }, refuse) {
      const { format, shared = [] } = machine.bootstrap ?? {};
      if (format === undefined || format.kind === 'cloudInit') return;
      const { path } = shared.includes('format') ? cluster : machine;
      refuse(
        { path, prop: 'bootstrap.format' },
        {
          given: format.kind,
          allowed: `cloud-init, which ${machines} start by here`,
          fix: leaveOut({ or: `put the cluster on ${elsewhere}` }),
        },
      );
    },
  };
}
