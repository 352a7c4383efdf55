/** Formats seconds as the API server normalizes durations, such as `1h0m0s`. */
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

/** The part of a duration that gives its length. */
export interface TimeSpan {
  /** Length in milliseconds, with fractions unless `integral` is true. */
  toMilliseconds(options: { readonly integral: boolean }): number;
}

/** Returns the seconds of a duration, with fractions; rules refuse fractions where seconds must be whole. */
export function secondsOf(duration: TimeSpan): number;
export function secondsOf(duration: TimeSpan | undefined): number | undefined;
export function secondsOf(duration: TimeSpan | undefined): number | undefined {
  return duration && duration.toMilliseconds({ integral: false }) / 1000;
}
