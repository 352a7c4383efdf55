import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';
import type { MachineModel } from '../model/machine';
import type { MachineSubject } from './subjects';

/** Machine, with the part of its bootstrap configuration that the rule checks. */
export interface ToldMachine extends MachineModel {
  readonly bootstrap?: {
    readonly format?: { readonly kind: string };
    readonly shared?: readonly string[];
  };
}

/** Provider-specific facts of the rule that machines start only with cloud-init. */
export interface CloudInitRule {
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  /** Machines that the rule is about, such as `machines of this cloud`. */
  readonly machines: string;
  /** Cloud whose machines can start in another way. */
  readonly elsewhere: string;
}

/** Creates the rule of a provider whose machines start only with cloud-init. */
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
          allowed: `cloud-init, the only format for ${machines}`,
          fix: leaveOut({ or: `put the cluster on ${elsewhere}` }),
        },
      );
    },
  };
}
