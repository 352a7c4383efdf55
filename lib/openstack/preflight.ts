import { type Issue, withoutRepeats } from '../errors';
import { managedResources } from '../plan/managed-resources';
import type { PlanItem } from '../plan/plan';
import { checkExternalNetwork } from './check-external-network';
import { checkFlavors, readFlavors } from './check-flavors';
import { checkImages } from './check-images';
import { checkNames } from './check-names';
import { checkPlacement } from './check-placement';
import { checkQuotas } from './check-quotas';
import { checkRights } from './check-rights';
import { checkRegion, checkServices } from './check-services';
import type { CloudClient } from './cloud-client';
import { CloudError } from './cloud-error';
import { type CloudPart, Lacks, partItems } from './cloud-part';
import { findExisting } from './existing';

export type { CloudPart } from './cloud-part';

/**
 * Looks at a cloud before anything is made in it: region, services, what the user may make, external network, flavors,
 * images, zones, key pairs, names and quotas.
 *
 * Everything that is wrong is reported at once, a service that refuses to answer included.
 */
export async function preflight(client: CloudClient, part: CloudPart): Promise<readonly Issue[]> {
  const wrongRegion = checkRegion(client, part.cloud);
  if (wrongRegion.length > 0) return wrongRegion;
  const flavors = readFlavors(client);
  const existing = findExisting(client, [...partItems(part), ...managedItems(part)]);
  const found = await Promise.all(
    [
      async () => checkServices(client, part),
      () => checkRights(client, part),
      () => checkExternalNetwork(client, part),
      async () => checkFlavors(await flavors, part),
      () => checkImages(client, part),
      () => checkPlacement(client, part),
      async () => checkNames(await existing, part),
      async () => checkQuotas(client, part, { flavors: await flavors, existing: await existing }),
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
