import type { Finding, Issue } from '../../base/errors';
import type { OpenStackCloudModel } from '../model/cloud';
import type { ClusterPlan } from '../plan/cluster-plan';
import type { CloudPlan } from '../plan/fleet-plan';
import { isResource, type PlanItem, type ResourceKind } from '../plan/plan';

/** Part of a plan that is in one cloud. */
export interface CloudPart {
  /** Cloud itself. */
  readonly cloud: OpenStackCloudModel;
  /** What is made for the cloud; absent where clusters alone are planned. */
  readonly own?: CloudPlan;
  /** What is made for its clusters. */
  readonly clusters: readonly ClusterPlan[];
}

/** Resources and look-ups of a part. */
export function partItems({ own, clusters }: CloudPart): readonly PlanItem[] {
  return [...(own?.items ?? []), ...clusters.flatMap(({ items }) => items)];
}

/** Tells whether a part makes something of a name for its cloud. */
export function isMadeHere({ own }: CloudPart, kind: ResourceKind, name: string): boolean {
  return (own?.items ?? []).some(
    (item) => isResource(item) && item.kind === kind && item.args.name === name,
  );
}

/** What to type where the stack of the cloud has not made what the program says that it makes. */
export function cloudFirst({ name }: OpenStackCloudModel): string {
  return `run capi-fleet up --cloud ${name} PROGRAM first, whose stack makes it`;
}

/** Collects issues of one rule. */
export class Lacks {
  /** What was collected. */
  readonly issues: Issue[] = [];
  private readonly places = new Set<string>();

  constructor(private readonly rule: string) {}

  /** Adds an issue, unless it is known of the same place, as that of a pool in several zones is. */
  add(path: string, prop: string, finding: Finding): void {
    const place = JSON.stringify([path, prop, finding.given]);
    if (this.places.has(place)) return;
    this.places.add(place);
    this.issues.push({ path, prop, ...finding, rule: this.rule });
  }
}

/** Names for a message, the first twenty of them. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)].sort();
  if (all.length === 0) return 'none';
  return all.length > 20 ? `${all.slice(0, 20).join(', ')} and more` : all.join(', ');
}
