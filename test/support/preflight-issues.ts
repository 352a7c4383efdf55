import assert from 'node:assert/strict';
import { allRules } from '../../lib/assembly/table';
import { formatIssue } from '../../lib/base/errors';
import type { CloudAccess } from '../../lib/openstack/client/cloud-access';
import { type PreflightOptions, preflight } from '../../lib/openstack/client/preflight';
import { planFleet } from '../../lib/openstack/plan/fleet-plan';
import { emptyCloud } from './cloud-contents';
import { FakeCloud, type FakeCloudOptions } from './fake-cloud';
import { controlPlaneModel, poolModel } from './models';
import type { AssembledCluster } from './openstack-cluster';
import { provisionedCluster } from './provisioned';

/** Cloud to look at, and the cluster that is to be made in it. */
export interface Given extends FakeCloudOptions, PreflightOptions {
  readonly access?: Partial<CloudAccess>;
  readonly cluster?: AssembledCluster;
  /**
   * Whether the stack holds the cluster alone, and not its cloud.
   *
   * @default 'whole'
   */
  readonly stack?: 'whole' | 'cluster';
}

/** Issues of a cloud for a cluster, as texts. */
export async function issuesOf({
  access,
  cluster = demo(),
  state,
  isPreview = false,
  stack = 'whole',
  ...options
}: Given): Promise<string[]> {
  return FakeCloud.with({ answers: emptyCloud(), ...options }, async (cloud) => {
    const { clouds, clusters } = planFleet(
      [{ cloud: cluster.cloud, sharedNetworks: [] }],
      [cluster],
      stack === 'whole' ? {} : { selection: { clusters: [cluster.name] } },
    );
    const [own] = clouds;
    const issues = await preflight(
      await cloud.connect(access),
      {
        cloud: cluster.cloud,
        ...(own === undefined ? {} : { own }),
        clusters,
      },
      { isPreview, ...(state === undefined ? {} : { state }) },
    );
    const known = new Set(allRules().map(({ id }) => id));
    for (const { rule } of issues) assert.ok(known.has(rule), rule);
    return issues.map((issue) => formatIssue(issue).replaceAll(cloud.url, 'URL'));
  });
}

/** Cluster of one control-plane machine and two workers, all provisioned. */
export function demo(overrides: Partial<AssembledCluster> = {}): AssembledCluster {
  return provisionedCluster({
    controlPlane: controlPlaneModel({ replicas: 1 }),
    pools: [poolModel({ replicas: 2 })],
    ...overrides,
  });
}
