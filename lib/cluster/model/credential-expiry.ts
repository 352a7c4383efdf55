/** Credentials of which it is known when they expire. */
export interface Expiry {
  /** Construct path of the cluster. */
  readonly cluster: string;
  /** Moment from which the cloud refuses them, in RFC 3339. */
  readonly expiresAt: string;
  /** Whether Cluster API itself uses them, and not what runs in the cluster alone. */
  readonly isProviders: boolean;
}

/** Days before the end from which on it is told. */
export const NOTICE_DAYS = 30;

const DAY_MILLISECONDS = 86_400_000;

/** Those that have expired at a moment or do so within some days, the earliest first. */
export function expiringWithin(
  expiries: readonly Expiry[],
  days: number,
  now: Date,
): readonly Expiry[] {
  const limit = now.getTime() + days * DAY_MILLISECONDS;
  return expiries
    .filter(({ expiresAt }) => Date.parse(expiresAt) <= limit)
    .sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt));
}

/** Lines that tell people of credentials that expire. */
export function expiryLines(expiries: readonly Expiry[], now: Date): readonly string[] {
  return expiries.map(({ cluster, expiresAt, isProviders }) => {
    const days = Math.floor((Date.parse(expiresAt) - now.getTime()) / DAY_MILLISECONDS);
    const whose = isProviders ? 'its credentials' : 'the credential of its addons';
    const then = isProviders
      ? 'it can be neither changed nor deleted without them'
      : 'its cloud controller and storage do nothing without it';
    return days < 0
      ? `${cluster}: ${whose} expired at ${expiresAt}; ${then}`
      : `${cluster}: ${whose} ${isProviders ? 'expire' : 'expires'} at ${expiresAt}, in ${dayCount(days)}; ${then}`;
  });
}

function dayCount(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}
