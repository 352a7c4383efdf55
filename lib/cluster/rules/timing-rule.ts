import { leaveOut } from '../../base/fix';
import type { Rule, RuleFacts } from '../../base/rule';
import { isWholeNumber } from '../../base/words';

/** Numbers of a load balancer's probes, by prop. */
type Timing<K extends string> = Readonly<Partial<Record<K, number>>>;

/** Provider-specific facts of the rule on the probes of load balancers. */
interface TimingOfProbes<C, K extends string> extends Pick<RuleFacts, 'id' | 'source'> {
  /** Minimum and maximum of each number. */
  readonly bounds: Readonly<Record<K, readonly [least: number, most: number]>>;
  /** Returns the numbers that a cluster sets; undefined for none. */
  timingOf(cluster: C): Timing<K> | undefined;
}

/** Creates the rule on the numbers of a load balancer's probes. */
export function timingRule<C extends { readonly path: string }, K extends string>({
  bounds,
  timingOf,
  ...facts
}: TimingOfProbes<C, K>): Rule<C> {
  return {
    ...facts,
    reason: 'The CRD rejects other timings for the probes of a load balancer.',
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
