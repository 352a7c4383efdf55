/** Credentials whose expiry is known. */
export interface Expiry {
  /** Construct path of the cluster. */
  readonly cluster: string;
  /** Time from which the cloud rejects them, in RFC 3339. */
  readonly expiresAt: string;
  /** Whether Cluster API itself uses them; otherwise only addons in the cluster do. */
  readonly isProviders: boolean;
}

/** Days before expiry from which on it is reported. */
export const NOTICE_DAYS = 30;

const DAY_MILLISECONDS = 86_400_000;

/** Returns the credentials that have expired or will expire within some days, earliest first. */
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

/** Returns one line of text for each of some credentials that expire. */
export function expiryLines(expiries: readonly Expiry[], now: Date): readonly string[] {
  return expiries.map(({ cluster, expiresAt, isProviders }) => {
    const days = Math.floor((Date.parse(expiresAt) - now.getTime()) / DAY_MILLISECONDS);
    const whose = isProviders ? 'its credentials' : 'the credential of its addons';
    const then = isProviders
      ? 'Cluster API can neither change nor delete the cluster without them'
      : 'its cloud controller and storage driver do not work without it';
    return days < 0
      ? `${cluster}: ${whose} expired at ${expiresAt}; ${then}`
      : `${cluster}: ${whose} ${isProviders ? 'expire' : 'expires'} at ${expiresAt}, in ${dayCount(days)}; ${then}`;
  });
}

function dayCount(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? '1 day' : `${days} days`;
}
