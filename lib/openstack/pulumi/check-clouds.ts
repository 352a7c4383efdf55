import { Config, log, runtime } from '@pulumi/pulumi';
import { type Issue, ValidationError } from '../../base/errors';
import type { StackConfig } from '../../provision/pulumi/stack-config';
import type { StackCloud } from '../../provision/stack-provider';
import type { CloudAccess } from '../client/cloud-access';
import { CloudClient } from '../client/cloud-client';
import { type CloudPart, preflight } from '../client/preflight';
import { stackAccess } from '../client/stack-access';
import type { FleetPlan } from '../plan/fleet-plan';
import { readState } from './read-state';

/**
 * Checks every cloud of a plan before anything is created in it.
 *
 * @throws CloudError when a cloud cannot be reached, ValidationError with every finding.
 */
export async function checkClouds(plan: FleetPlan, config: StackConfig): Promise<void> {
  const parts = partsOf(plan);
  if (parts.length === 0) return;
  const issues: Issue[] = [];
  const state = await readState();
  const isPreview = runtime.isDryRun();
  const options = { isPreview, ...(state === undefined ? {} : { state }) };
  for (const part of parts) {
    const client = await connectTo(part.cloud, config);
    if (client !== undefined) issues.push(...(await preflight(client, part, options)));
  }
  if (issues.length > 0) throw new ValidationError(issues);
}

/** Splits a plan by cloud. */
export function partsOf({ clouds, clusters }: FleetPlan): readonly CloudPart[] {
  const made = clusters.filter(({ items }) => items.length > 0);
  const all = new Map([
    ...made.map(({ cluster: { cloud } }) => [cloud.path, cloud] as const),
    ...clouds.map(({ cloud }) => [cloud.path, cloud] as const),
  ]);
  return [...all].map(([path, cloud]) => {
    const own = clouds.find((one) => one.cloud.path === path);
    return {
      cloud,
      ...(own === undefined ? {} : { own }),
      clusters: made.filter(({ cluster }) => cluster.cloud.path === path),
    };
  });
}

/**
 * Gets a token of a cloud; undefined, with a warning, if its credentials are in the configuration of the stack.
 *
 * @throws CloudError when the cloud cannot be reached or refuses the credentials.
 */
export async function connectTo(
  cloud: StackCloud,
  config: StackConfig,
): Promise<CloudClient | undefined> {
  const access = accessOf(cloud, config);
  return access === undefined ? undefined : CloudClient.connect(access);
}

function accessOf(cloud: StackCloud, config: StackConfig): CloudAccess | undefined {
  const openstack = new Config('openstack');
  const access = stackAccess(
    cloud,
    { entries: config.cloudEntries, own: (key) => openstack.get(key) },
    { environment: process.env, folder: process.cwd() },
  );
  if (access === undefined) {
    const why = 'its credentials are in the configuration of the stack';
    log.warn(`${cloud.path} was not checked: ${why}`);
  }
  return access;
}
