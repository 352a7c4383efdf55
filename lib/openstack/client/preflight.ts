import { type Issue, withoutRepeats } from '../../base/errors';
import type { StateResource } from '../../provision/stack-state';
import { managedResources } from '../plan/managed-resources';
import type { PlanItem } from '../plan/plan';
import { checkExisting } from './check-existing';
import { checkExternalNetwork } from './check-external-network';
import { checkFlavors, readFlavors } from './check-flavors';
import { checkImages } from './check-images';
import { checkPlacement } from './check-placement';
import { checkQuotas } from './check-quotas';
import { checkRights } from './check-rights';
import { checkRegion, checkServices } from './check-services';
import type { CloudClient } from './cloud-client';
import { CloudError } from './cloud-error';
import { type CloudPart, Lacks, partItems } from './cloud-part';
import { CloudSearch } from './cloud-search';

export type { CloudPart } from './cloud-part';

/** Options of {@link preflight}. */
export interface PreflightOptions {
  /**
   * Resources of the stack, with which existing objects are compared.
   *
   * @default - unknown, so that existing objects may belong to the stack
   */
  readonly state?: readonly StateResource[];
  /**
   * Whether nothing is created yet, so that other stacks may still create what this one needs.
   *
   * @default false
   */
  readonly isPreview?: boolean;
}

/**
 * Checks a cloud before anything is created in it: region, services, rights of the user, external network, flavors,
 * images, zones, key pairs, names and quotas.
 *
 * All findings are reported at once, including a service that refuses to answer.
 */
export async function preflight(
  client: CloudClient,
  part: CloudPart,
  { state, isPreview = false }: PreflightOptions = {},
): Promise<readonly Issue[]> {
  const wrongRegion = checkRegion(client, part.cloud);
  if (wrongRegion.length > 0) return wrongRegion;
  const flavors = readFlavors(client);
  const search = new CloudSearch(client, [...partItems(part), ...managedItems(part)], state);
  const found = await Promise.all(
    [
      async () => checkServices(client, part),
      () => checkRights(client, part),
      () => checkExternalNetwork(client, part),
      async () => checkFlavors(await flavors, part),
      () => checkImages(client, part, isPreview),
      () => checkPlacement(client, part, isPreview),
      () => checkExisting(search, part),
      async () =>
        checkQuotas(client, part, { flavors: await flavors, existing: await search.existing() }),
    ].map((check) => answered(part, check)),
  );
  return withoutRepeats(found.flat());
}

function managedItems({ clusters }: CloudPart): readonly PlanItem[] {
  return clusters.flatMap(({ cluster }) => managedResources(cluster));
}

async function answered(
  { cloud }: CloudPart,
  check: () => Promise<readonly Issue[]>,
): Promise<readonly Issue[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const { place, found, allowed, fix } = error.fault;
    const lacks = new Lacks('cloud-answer');
    lacks.add(cloud.path, `answer of ${place}`, { given: found, allowed, fix });
    return lacks.issues;
  }
}
