import { tryParseCidr } from '../../base/cidr';
import { leaveOut } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';

/** Provider-specific facts of the rule that networks have only IPv4. */
interface OnlyIpv4 extends RuleFacts {
  /** Name of the cloud in messages. */
  readonly cloud: string;
  /** How to get a cluster with both families, and on which cloud. */
  readonly elsewhere: string;
}

/** Creates the rule that pods and services have only IPv4 because machines do. */
export function onlyIpv4Rule({ cloud, elsewhere, ...facts }: OnlyIpv4): Rule<ClusterModel> {
  return {
    ...facts,
    check({ path, podCidrs, serviceCidrs }, refuse) {
      for (const [prop, ranges] of Object.entries({ podCidrs, serviceCidrs })) {
        for (const range of ranges.filter((one) => tryParseCidr(one)?.family === 6)) {
          refuse(
            { path, prop: `network.${prop}` },
            { given: range, allowed: `IPv4 ranges on ${cloud}`, fix: leaveOut({ or: elsewhere }) },
          );
        }
      }
    },
  };
}
