import { tryParseCidr } from '../../base/cidr';
import { leaveOut } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import type { ClusterModel } from '../model/cluster';

/** What a provider says of a rule that its networks have IPv4 alone. */
interface OnlyIpv4 extends RuleFacts {
  /** Cloud that it is on, in words. */
  readonly cloud: string;
  /** What makes a cluster with both families, and where. */
  readonly elsewhere: string;
}

/** Rule that pods and services have IPv4 where machines have nothing else. */
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
