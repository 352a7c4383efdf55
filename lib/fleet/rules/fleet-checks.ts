import type { Issue } from '../../base/errors';
import { always, Findings, type RuleGroup } from '../../base/rule';
import type { ClusterModel } from '../../cluster/model/cluster';
import {
  type ClusterSummary,
  type FleetSummary,
  summarize,
} from '../../cluster/rules/fleet-summary';
import { FLEET_RULES } from './fleet-rules';

/** Finds mistakes that show only when clusters are seen together. */
export class FleetChecks {
  private readonly clusters: ClusterSummary[] = [];

  constructor(
    private readonly rules: readonly RuleGroup<FleetSummary>[] = [always(...FLEET_RULES)],
  ) {}

  /** Takes a cluster in; a summary of it is kept, and not the model. */
  add(model: ClusterModel): void {
    this.clusters.push(summarize(model));
  }

  /** Every mistake among the clusters so far. */
  issues(): Issue[] {
    const findings = new Findings();
    findings.run(this.rules, { clusters: this.clusters });
    return findings.issues;
  }
}
