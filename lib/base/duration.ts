/** Seconds in the form to which the API server brings every duration, such as `1h0m0s`. */
export function goDuration(seconds: number): string;
export function goDuration(seconds: number | undefined): string | undefined;
export function goDuration(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = seconds % 60;
  if (hours > 0) return `${hours}h${minutes}m${rest}s`;
  return minutes > 0 ? `${minutes}m${rest}s` : `${rest}s`;
}

/** Duration, as far as its length is asked for. */
export interface TimeSpan {
  /** Length in milliseconds, fractions included where whole ones are not asked for. */
  toMilliseconds(options: { readonly integral: boolean }): number;
}

/** Seconds of a duration, fractions included, which rules refuse where they must be whole. */
export function secondsOf(duration: TimeSpan): number;
export function secondsOf(duration: TimeSpan | undefined): number | undefined;
export function secondsOf(duration: TimeSpan | undefined): number | undefined {
  return duration && duration.toMilliseconds({ integral: false }) / 1000;
}
