import type { Issue } from '../base/errors';
import { Findings, type RuleGroup } from '../base/rule';
import type { FleetSummary } from '../cluster/rules/fleet-summary';
import { summarize, type WholeSummary } from './fleet-summary';
import type { AssembledCluster } from './model';
import { ruleSets } from './rule-sets';

/** Finds mistakes that show only when clusters are seen together. */
export class FleetChecks {
  private readonly clusters: WholeSummary[] = [];

  constructor(
    private readonly rules: readonly RuleGroup<FleetSummary<WholeSummary>>[] = ruleSets().fleet,
  ) {}

  /** Takes a cluster in; a summary of it is kept, and not the model. */
  add(model: AssembledCluster): void {
    this.clusters.push(summarize(model));
  }

  /** Every mistake among the clusters so far. */
  issues(): Issue[] {
    const findings = new Findings();
    findings.run(this.rules, { clusters: this.clusters });
    return findings.issues;
  }
}
