import { sourcedSecrets } from './secret-source-place';
import type { SecretsSubject } from './secrets-subject';

/** Sealed value and the Secret that it is for. */
export interface SealedValue {
  /** Construct path of the place that sets it. */
  readonly path: string;
  /** Prop of that construct. */
  readonly prop: string;
  /** Value as `kubeseal` printed it. */
  readonly value: string;
  /** What it is bound to: namespace and name, or only the namespace. */
  readonly boundTo: string;
}

/** Facts about a cluster that the rules for sealed values need. */
export interface SealedSummary {
  /** Sealed values, and the Secret that each is for. */
  readonly sealed: readonly SealedValue[];
}

const NO_VALUES: readonly SealedValue[] = Object.freeze([]);

/** Returns the values that are bound to a Secret or its namespace, which excludes the scope cluster-wide. */
export function sealedValues(subject: SecretsSubject): readonly SealedValue[] {
  const sealed = sourcedSecrets(subject, 'sealedSecret');
  if (sealed.length === 0) return NO_VALUES;
  return sealed.flatMap(({ secret: { namespace, name }, source: { scope, encryptedData }, at }) => {
    if (scope === 'cluster-wide') return [];
    const boundTo =
      scope === 'strict' ? `Secret ${name} of ${namespace}` : `namespace ${namespace}`;
    return Object.entries(encryptedData).map(([key, value]) => ({
      ...at(`encryptedData[${JSON.stringify(key)}]`),
      value,
      boundTo,
    }));
  });
}
