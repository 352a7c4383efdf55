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
