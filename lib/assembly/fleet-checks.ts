import type { Issue } from '../base/errors';
import { Findings, type RuleGroup } from '../base/rule';
import type { FleetSummary } from '../cluster/rules/fleet-summary';
import { summarize, type WholeSummary } from './fleet-summary';
import type { AssembledCluster } from './model';
import { ruleSets } from './rule-sets';

/** Finds mistakes between clusters. */
export class FleetChecks {
  private readonly clusters: WholeSummary[] = [];

  constructor(
    private readonly rules: readonly RuleGroup<FleetSummary<WholeSummary>>[] = ruleSets().fleet,
  ) {}

  /** Adds a cluster; only a summary of it is kept, not the model. */
  add(model: AssembledCluster): void {
    this.clusters.push(summarize(model));
  }

  /** Returns every mistake between the clusters added so far. */
  issues(): Issue[] {
    const findings = new Findings();
    findings.run(this.rules, { clusters: this.clusters });
    return findings.issues;
  }
}
