import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  type ConfigMap,
  LocalWorkspace,
  type OutputMap,
  type PulumiFn,
  type Stack,
} from '@pulumi/pulumi/automation';

import type { Fleet } from '../../constructs/index';
import { type Changes, watched } from './engine-watch';
import { cacheHome, type OpenStackLab } from './lab-openstack';

/** Pulumi with a backend in a temporary folder. */
export interface PulumiLab {
  /** Folder of the backend, of hand-over files and of synthesised trees. */
  readonly folder: string;
  /** Environment in which the engine runs. */
  readonly env: Readonly<Record<string, string>>;
  /** Opens a stack of a fleet, with its configuration under `capi-fleet:`. */
  stack(
    name: string,
    fleet: () => Fleet,
    config?: Readonly<Record<string, string>>,
  ): Promise<FleetStack>;
  /** Removes the folder. */
  remove(): void;
}

/** Stack of a fleet. */
export interface FleetStack {
  /** Stack of the Automation API. */
  readonly stack: Stack;
  /** Makes what the fleet plans. */
  up(fleet?: () => Fleet): Promise<Changes>;
  /** Previews what would be made. */
  preview(fleet?: () => Fleet): Promise<Changes>;
  /** Compares the state with the cloud. */
  refresh(): Promise<Changes>;
  /** Deletes everything, and runs the program that is there then. */
  destroy(fleet?: () => Fleet): Promise<Changes>;
  /** Outputs of the last update. */
  outputs(): Promise<OutputMap>;
}

/** Folder of the engine and its plugins. */
export function pulumiBin(): string {
  return process.env.LAB_BIN ?? join(cacheHome(), 'lab-pulumi/bin');
}

/**
 * Pulumi in front of a cloud; where its binaries are missing, says so and skips the suite that `this` belongs to.
 *
 * @param more Further variables of the engine's environment.
 */
export function pulumiOrSkip(
  suite: Mocha.Context,
  cloud: OpenStackLab,
  more: Readonly<Record<string, string>> = {},
): PulumiLab {
  if (!existsSync(join(pulumiBin(), 'pulumi'))) {
    console.log('      skipped: the Pulumi lab is not built: run ../shared/lab/pulumi/build');
    return suite.skip();
  }
  const folder = mkdtempSync(join(tmpdir(), 'capi-fleet-stacks-'));
  const env = { ...environment(folder, cloud), ...more };
  for (const name of ['backend', 'home', 'work']) mkdirSync(join(folder, name));
  // The Automation API looks for the engine in this process, and programs run in it.
  Object.assign(process.env, env);
  return {
    folder,
    env,
    stack: (name, fleet, config) => openStack(folder, env, { name, fleet, config }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function environment(folder: string, { cloudsFile }: OpenStackLab) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => part !== pulumiBin());
  return {
    PATH: [pulumiBin(), ...path].join(delimiter),
    PULUMI_HOME: join(folder, 'home'),
    PULUMI_BACKEND_URL: `file://${join(folder, 'backend')}`,
    PULUMI_CONFIG_PASSPHRASE: 'lab',
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
    OS_CLIENT_CONFIG_FILE: cloudsFile,
    OS_CLOUD: 'demo',
    OS_USE_OCTAVIA: 'true',
  };
}

interface StackSpec {
  readonly name: string;
  readonly fleet: () => Fleet;
  readonly config: Readonly<Record<string, string>> | undefined;
}

async function openStack(
  folder: string,
  env: Readonly<Record<string, string>>,
  { name, fleet, config = {} }: StackSpec,
): Promise<FleetStack> {
  const programOf =
    (other: () => Fleet): PulumiFn =>
    async () => ({ ...(await other().deploy()) });
  const workDir = mkdtempSync(join(folder, 'work/'));
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: name, projectName: 'fleet', program: programOf(fleet) },
    { workDir, envVars: { ...env } },
  );
  await stack.setAllConfig(
    Object.fromEntries(
      Object.entries(config).map(([key, value]) => [`capi-fleet:${key}`, { value }]),
    ) satisfies ConfigMap,
  );
  return {
    stack,
    up: (other = fleet) =>
      patiently(() => watched((watch) => stack.up({ ...watch, program: programOf(other) }))),
    preview: (other = fleet) =>
      watched((watch) => stack.preview({ ...watch, program: programOf(other) })),
    refresh: () => watched((watch) => stack.refresh(watch)),
    destroy: async (other = fleet) => {
      stack.workspace.program = programOf(other);
      const how = { refresh: true, runProgram: true };
      const { counts, ...rest } = await watched((watch) => stack.destroy({ ...watch, ...how }));
      // What the program registers is unchanged before it goes.
      const { same: _, ...gone } = counts;
      return { ...rest, counts: gone };
    },
    outputs: () => stack.outputs(),
  };
}

/** The Keystone of the lab now and then takes who makes a credential for somebody else who signs in meanwhile. */
const MISTAKEN = /Invalid application credential/;

async function patiently(update: () => Promise<Changes>): Promise<Changes> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await update();
    } catch (error) {
      if (tries === 5 || !MISTAKEN.test(String(error))) throw error;
    }
  }
}
