import type { RequiredSecret } from '../assembly/required-secret';
import type { Expiry } from '../cluster/model/credential-expiry';

/** Version of the JSON of a list of Secrets; another one when members are taken away or change their meaning. */
export const SECRETS_VERSION = 1;

/** Secrets that a fleet needs, for other programs to read. */
export interface SecretsJson {
  /** Version of this form. */
  readonly version: typeof SECRETS_VERSION;
  /** Secrets, cluster by cluster. */
  readonly secrets: readonly RequiredSecret[];
  /** Credentials of which it is known when they expire. */
  readonly expiries: readonly Expiry[];
}

/** Secrets that a fleet needs as JSON. */
export function secretsJson(
  secrets: readonly RequiredSecret[],
  expiries: readonly Expiry[],
): SecretsJson {
  return { version: SECRETS_VERSION, secrets, expiries };
}
