import { leaveOut } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import { isWholeNumber } from '../../base/words';

/** Numbers of a load balancer's probes by the names of their props. */
type Timing<K extends string> = Readonly<Partial<Record<K, number>>>;

/** What a provider says of a rule on the probes of its load balancers. */
interface TimingOfProbes<C, K extends string> extends Pick<RuleFacts, 'id' | 'source'> {
  /** Least and most of each number. */
  readonly bounds: Readonly<Record<K, readonly [least: number, most: number]>>;
  /** Numbers that a cluster gives; undefined for none. */
  timingOf(cluster: C): Timing<K> | undefined;
}

/** Rule on the numbers of a load balancer's probes. */
export function timingRule<C extends { readonly path: string }, K extends string>({
  bounds,
  timingOf,
  ...facts
}: TimingOfProbes<C, K>): Rule<C> {
  return {
    ...facts,
    reason: 'The CRD takes no other timing for the probes of a load balancer.',
    check(cluster, refuse) {
      const timing: Timing<string> = timingOf(cluster) ?? {};
      for (const [key, [least, most]] of Object.entries<readonly [number, number]>(bounds)) {
        const given = timing[key];
        if (given === undefined || isWholeNumber(given, least, most)) continue;
        refuse(
          { path: cluster.path, prop: `endpoint.healthCheck.${key}` },
          { given, allowed: `an integer from ${least} to ${most}`, fix: leaveOut() },
        );
      }
    },
  };
}
