import type { Finding, Issue } from '../../base/errors';
import type { OpenStackCloudModel } from '../model/cloud';
import type { ClusterPlan } from '../plan/cluster-plan';
import type { CloudPlan } from '../plan/fleet-plan';
import { isResource, type PlanItem, type ResourceKind } from '../plan/plan';

/** Part of a plan that is in one cloud. */
export interface CloudPart {
  /** Cloud of the part. */
  readonly cloud: OpenStackCloudModel;
  /** Plan of the cloud itself; absent if only clusters are planned. */
  readonly own?: CloudPlan;
  /** Plans of its clusters. */
  readonly clusters: readonly ClusterPlan[];
}

/** Lists the resources and lookups of a part. */
export function partItems({ own, clusters }: CloudPart): readonly PlanItem[] {
  return [...(own?.items ?? []), ...clusters.flatMap(({ items }) => items)];
}

/** Tells whether a part creates a resource of a name for its cloud. */
export function isMadeHere({ own }: CloudPart, kind: ResourceKind, name: string): boolean {
  return (own?.items ?? []).some(
    (item) => isResource(item) && item.kind === kind && item.args.name === name,
  );
}

/** Returns the fix for a resource that the stack of the cloud has not created yet. */
export function cloudFirst({ name }: OpenStackCloudModel): string {
  return `run capi-fleet up --cloud ${name} PROGRAM first, which creates it`;
}

/** Collects issues of one rule. */
export class Lacks {
  /** Collected issues. */
  readonly issues: Issue[] = [];
  private readonly places = new Set<string>();

  constructor(private readonly rule: string) {}

  /** Adds an issue, unless the same place already has it, as a pool in several zones may. */
  add(path: string, prop: string, finding: Finding): void {
    const place = JSON.stringify([path, prop, finding.given]);
    if (this.places.has(place)) return;
    this.places.add(place);
    this.issues.push({ path, prop, ...finding, rule: this.rule });
  }
}

/** Formats names for a message: the first twenty of them. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)].sort();
  if (all.length === 0) return 'none';
  return all.length > 20 ? `${all.slice(0, 20).join(', ')} and more` : all.join(', ');
}
