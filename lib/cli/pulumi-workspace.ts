import type { LocalWorkspace } from '@pulumi/pulumi/automation';
import { USE_HOOK } from '../provision/stack-provider';

/** The Automation API of Pulumi. */
export type Automation = typeof import('@pulumi/pulumi/automation');

/** Workspaces of Pulumi: one with the program of the fleet, and one with an empty program. */
export interface Workspaces {
  readonly workspace: LocalWorkspace;
  readonly empty: LocalWorkspace;
}

/** Empty program for destroying; it only registers the hook that states refer to, whose checks have already run. */
export async function answerHooks(): Promise<void> {
  const { ResourceHook } = require('@pulumi/pulumi') as typeof import('@pulumi/pulumi');
  new ResourceHook(USE_HOOK, () => {}, { onDryRun: true });
}

/** Existing stacks of a project, and the selected one. */
export interface KnownStacks {
  readonly names: ReadonlySet<string>;
  /** Stacks that have resources. */
  readonly full: readonly string[];
  readonly selected: string | undefined;
}

/**
 * Loads the Automation API.
 *
 * @throws Error when the package is missing.
 */
export function loadAutomation(): Automation {
  try {
    return require('@pulumi/pulumi/automation') as Automation;
  } catch (error) {
    throw new Error(
      '@pulumi/pulumi is missing\n' +
        '  allowed: the Pulumi packages, installed with the program\n' +
        '  fix: npm install @pulumi/pulumi @pulumi/openstack @pulumi/kubernetes',
      { cause: error },
    );
  }
}

/**
 * Finds the command `pulumi`.
 *
 * @throws Error when it is missing or too old.
 */
export async function findCommand({ PulumiCommand }: Automation) {
  try {
    return await PulumiCommand.get();
  } catch (error) {
    const message = String(error);
    const tooOld = /(?:Minimum version|Major version)[^\n]*/.exec(message)?.[0];
    throw new Error(
      `${tooOld ?? 'the command pulumi is missing'}\n` +
        '  allowed: the command pulumi on the PATH, in a version that is compatible with @pulumi/pulumi\n' +
        '  fix: install it, see https://www.pulumi.com/docs/install',
      { cause: error },
    );
  }
}

/**
 * Lists the stacks of a project.
 *
 * @throws Error when the state of stacks cannot be read.
 */
export async function listed(workspace: LocalWorkspace): Promise<KnownStacks> {
  try {
    const stacks = await workspace.listStacks();
    return {
      names: new Set(stacks.map(({ name }) => name)),
      full: stacks.filter(({ resourceCount }) => resourceCount !== 0).map(({ name }) => name),
      selected: stacks.find(({ current }) => current)?.name,
    };
  } catch (error) {
    const reason = /^ *error: .*$/m.exec(String(error))?.[0].trim() ?? String(error);
    throw new Error(
      `the stacks cannot be listed: ${reason}\n` +
        '  allowed: a state backend that you are logged in to\n' +
        '  fix: pulumi login, or set PULUMI_BACKEND_URL and PULUMI_CONFIG_PASSPHRASE',
      { cause: error },
    );
  }
}
