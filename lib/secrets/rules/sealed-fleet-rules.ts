import type { Rule } from '../../base/rule';
import type { FleetSummary } from '../../cluster/rules/fleet-summary';
import type { SealedSummary, SealedValue } from './sealed-values';

/** Rules for sealed values that several Secrets of a fleet share. */
export const SEALED_FLEET_RULES: readonly Rule<FleetSummary<SealedSummary>>[] = [
  {
    id: 'sealed-secret-bound',
    reason:
      'A value is sealed for one Secret or one namespace, and the controller cannot decrypt it in another.',
    source: 'bitnami-labs/sealed-secrets@v0.36.6:README.md',
    check({ clusters }, refuse) {
      const first = new Map<string, SealedValue>();
      for (const sealed of clusters.flatMap((cluster) => cluster.sealed)) {
        const other = first.get(sealed.value);
        if (other === undefined) first.set(sealed.value, sealed);
        if (other === undefined || other.boundTo === sealed.boundTo) continue;
        refuse(
          { path: sealed.path, prop: sealed.prop },
          {
            given: `the value that ${other.path} has for ${other.boundTo}`,
            allowed: `a value that is sealed for ${sealed.boundTo}`,
            fix: "seal a value for each, or seal it with --scope cluster-wide and write scope: 'cluster-wide'",
          },
        );
      }
    },
  },
];
