import type { PlanItem, PlannedResource } from '../plan/plan';
import type { CloudClient } from './cloud-client';
import { CloudSearch } from './cloud-search';

/** Resource of a plan that is in the cloud already. */
export interface ExistingResource {
  /** Resource of the plan. */
  readonly resource: PlannedResource;
  /** Identifiers of everything in the cloud that it could be; more than one is ambiguous. */
  readonly ids: readonly string[];
}

/**
 * Finds what is in the cloud already under the names of a plan, in the project alone.
 *
 * Rules are told by what they say, interfaces and floating addresses by what they belong to. Images are left out, as
 * Glance does not know where they came from, and application credentials, as Keystone does not tell their secrets.
 *
 * @throws CloudError when the cloud cannot be read.
 */
export function findExisting(
  client: CloudClient,
  items: readonly PlanItem[],
): Promise<readonly ExistingResource[]> {
  return new CloudSearch(client, items).existing();
}
