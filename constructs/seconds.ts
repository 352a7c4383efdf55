import type { Duration } from 'cdk8s';

/** Seconds of a duration, fractions included, which rules refuse where they must be whole. */
export function secondsOf(duration: Duration): number;
export function secondsOf(duration: Duration | undefined): number | undefined;
export function secondsOf(duration: Duration | undefined): number | undefined {
  return duration && duration.toMilliseconds({ integral: false }) / 1000;
}
