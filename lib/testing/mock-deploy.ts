import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  deployFleet,
  type FleetPlan,
  type HandOver,
  type PlanOptions,
} from '../assembly/provisioning';
import type { Manifest } from '../base/manifest';
import type { StackOutputs } from '../provision/stack-outputs';
import { type MockedRun, type MockOptions, mockPulumi } from './pulumi-mocks';

/** Fleet that can be deployed: a `Fleet`. */
export interface DeployedFleet {
  /** Plans the resources; throws if the fleet has mistakes. */
  plan(options: PlanOptions): FleetPlan;
  /** Renders the objects of one cluster in its management cluster. */
  manifests(path: string, handOver: HandOver): readonly Manifest[];
}

/**
 * Deploys a fleet as `pulumi up` does, with mocks in place of the Pulumi engine and the cloud, and returns the resources
 * that it registers.
 *
 * No hand-over file is written. A fleet can be deployed several times, with different configuration.
 *
 * @throws AssertionError for a look-up without an answer.
 * @throws Error with every mistake in the fleet.
 */
export async function mockDeploy(
  fleet: DeployedFleet,
  options: MockOptions = {},
): Promise<MockedRun<StackOutputs>> {
  const handOverFolder = mkdtempSync(join(tmpdir(), 'capi-fleet-hand-over-'));
  const deployed = {
    handOverFolder,
    plan: (selection: PlanOptions) => fleet.plan(selection),
    manifests: (path: string, handOver: HandOver) => fleet.manifests(path, handOver),
  };
  try {
    return await mockPulumi(() => deployFleet(deployed), options);
  } finally {
    rmSync(handOverFolder, { recursive: true, force: true });
  }
}
