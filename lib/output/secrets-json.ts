import type { RequiredSecret } from '../assembly/required-secret';
import type { Expiry } from '../cluster/model/credential-expiry';

/** Version of the JSON of a list of Secrets; it increases when fields are removed or change their meaning. */
export const SECRETS_VERSION = 1;

/** Machine-readable list of the Secrets that a fleet needs. */
export interface SecretsJson {
  /** Version of this form. */
  readonly version: typeof SECRETS_VERSION;
  /** Secrets, cluster by cluster. */
  readonly secrets: readonly RequiredSecret[];
  /** Credentials with a known expiry date. */
  readonly expiries: readonly Expiry[];
}

/** Makes the machine-readable list. */
export function secretsJson(
  secrets: readonly RequiredSecret[],
  expiries: readonly Expiry[],
): SecretsJson {
  return { version: SECRETS_VERSION, secrets, expiries };
}
