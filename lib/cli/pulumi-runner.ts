import type { ConfigMap, LocalWorkspace, Stack } from '@pulumi/pulumi/automation';
import type { StackPlace } from '../openstack/stack-access';
import { USE_HOOK, useOf } from '../plan/used-kinds';
import { AccessCheck, type StackValues } from './access-check';
import type { FleetStack, LeftStack } from './fleet-stacks';
import { keepPlanned } from './half-replaced';
import { leftIn, type WholeFleet } from './left-stacks';
import { passphraseError } from './passphrase-error';
import { askedPart, recover } from './pending-creates';
import { type PulumiProject, projectOf } from './pulumi-project';
import { refuseUsed } from './refuse-used';
import { destroyStack, type Following, previewStack, updateStack } from './stack-operations';
import type { StackOperation, StackOutcome, StackRunner } from './stack-runner';
import { type HeldResource, StackState } from './stack-state';

type Automation = typeof import('@pulumi/pulumi/automation');

/**
 * Runner that uses the Automation API of Pulumi.
 *
 * @throws Error when the package or the command `pulumi` is missing, or the state of stacks cannot be read.
 */
export async function pulumiRunner(program: string): Promise<StackRunner> {
  const automation = loadAutomation();
  const pulumiCommand = await findCommand(automation);
  const project = projectOf(program);
  const { folder, settings } = project;
  const options = {
    workDir: folder,
    pulumiCommand,
    envVars: { OS_USE_OCTAVIA: process.env.OS_USE_OCTAVIA ?? 'true' },
  };
  const workspace = await automation.LocalWorkspace.create({
    ...options,
    ...(settings === undefined ? {} : { projectSettings: settings }),
  });
  // What is destroyed needs no fleet: the hooks that states name are there, and have been answered before.
  const empty = await automation.LocalWorkspace.create({ ...options, program: answerHooks });
  const stacks = await listed(workspace);
  return new PulumiRunner(automation, { workspace, empty }, stacks, { file: program, ...project });
}

/** Where Pulumi works: with the program of the fleet, and with one that makes nothing. */
interface Workspaces {
  readonly workspace: LocalWorkspace;
  readonly empty: LocalWorkspace;
}

async function answerHooks(): Promise<void> {
  const { ResourceHook } = require('@pulumi/pulumi') as typeof import('@pulumi/pulumi');
  new ResourceHook(USE_HOOK, () => {}, { onDryRun: true });
}

/** Stacks of a project that there are, and the one that people selected. */
interface KnownStacks {
  readonly names: ReadonlySet<string>;
  /** Those that have resources. */
  readonly full: readonly string[];
  readonly selected: string | undefined;
}

/** What is done with a stack, and who is told. */
interface Operation {
  readonly operation: StackOperation;
  readonly stop: AbortSignal;
  readonly onLine: (line: string) => void;
}

class PulumiRunner implements StackRunner {
  private readonly selectStack: (name: string) => Promise<void>;
  private readonly access: AccessCheck;
  private created = 0;

  constructor(
    private readonly automation: Automation,
    private readonly workspaces: Workspaces,
    private readonly known: KnownStacks,
    private readonly project: PulumiProject & { readonly file: string },
  ) {
    this.access = new AccessCheck(project.folder);
    const { workspace, empty } = workspaces;
    this.selectStack = workspace.selectStack.bind(workspace);
    // Each operation names its stack, so that the selection is left to people.
    for (const one of [workspace, empty]) one.selectStack = async () => {};
  }

  async run(
    fleetStack: FleetStack,
    operation: StackOperation,
    stop: AbortSignal,
    onLine: (line: string) => void,
  ): Promise<StackOutcome> {
    const { name } = fleetStack;
    const exists = this.known.names.has(name);
    if (!exists) this.refuseOtherName(fleetStack);
    if (!exists && operation === 'destroy') return { changes: {}, steps: [] };
    try {
      return await this.runStack(fleetStack, exists, { operation, stop, onLine });
    } catch (error) {
      throw passphraseError(error, name);
    }
  }

  private async runStack(
    fleetStack: FleetStack,
    exists: boolean,
    { operation, stop, onLine }: Operation,
  ): Promise<StackOutcome> {
    const { name, config, left } = fleetStack;
    const stack = exists ? await this.select(name) : await this.create(name);
    stop.throwIfAborted();
    const isLeft = left !== undefined;
    const values = isLeft ? await valuesOf(stack) : await this.configure(stack, config);
    // What left is reached as its own providers reach it, which is tried when it is asked what is in use.
    if (!isLeft) await this.access.check(fleetStack, values);
    if (!isLeft && exists && operation !== 'preview') {
      await recover(stack, this.project.file, config, stop, onLine);
    }
    if (exists && operation === 'up') {
      const part = askedPart(config, values['capi-fleet:cloudEntries']);
      await keepPlanned(stack, this.project.file, part, onLine);
    }
    stop.throwIfAborted();
    const following = { signal: stop, onLine };
    if (operation === 'preview') return previewStack(stack, following);
    if (operation === 'destroy') return this.destroy(stack, { left, values }, following);
    if (exists) await this.refuseRemovals(stack, fleetStack, values);
    return updateStack(stack, following);
  }

  async left(fleet: WholeFleet): Promise<readonly LeftStack[]> {
    const found: LeftStack[] = [];
    for (const name of this.known.full) {
      if (fleet.stacks.includes(name)) continue;
      const { deployment } = await this.workspaces.workspace.exportStack(name);
      const left = leftIn(name, new StackState(deployment), fleet);
      if (left !== undefined) found.push(left);
    }
    return found;
  }

  private get place(): StackPlace {
    return { environment: process.env, folder: this.project.folder };
  }

  private refuseOtherName({ name, otherName }: FleetStack): void {
    if (otherName === undefined || !this.known.names.has(otherName)) return;
    throw new Error(
      `there is a stack ${otherName}, and the names of clusters make it ${name} now\n` +
        `allowed: the stack that holds what was made, under the name ${name}\n` +
        `fix: pulumi stack rename ${name} --stack ${otherName}`,
    );
  }

  /** Refuses, before anything is made, an update that would take from a cluster what it uses. */
  private async refuseRemovals(
    stack: Stack,
    { planned }: FleetStack,
    values: StackValues,
  ): Promise<void> {
    const state = new StackState((await stack.exportStack()).deployment);
    const names = new Set(planned);
    const removed = state.resources.filter(
      ({ type, name }) => useOf(type, name) !== undefined && !isMadeFor(name, names),
    );
    if (removed.length > 0) await refuseUsed(state, values, removed, this.place);
  }

  private async destroy(
    stack: Stack,
    { left, values }: Meant,
    following: Following,
  ): Promise<StackOutcome> {
    const exported = await stack.exportStack();
    const state = new StackState(exported.deployment);
    const isMeant = (one: HeldResource) =>
      left === undefined || left.owners.includes(state.ownerOf(one) ?? '');
    const meant = state.resources.filter(isMeant);
    await refuseUsed(state, values, meant, this.place);
    const deployment = state.withoutOldTakers();
    if (deployment !== undefined) await stack.importStack({ ...exported, deployment });
    const targets = left === undefined || left.isWhole ? [] : meant.map(({ urn }) => urn);
    const { Stack: Stacks } = this.automation;
    return destroyStack(await Stacks.select(stack.name, this.workspaces.empty), following, targets);
  }

  async end(): Promise<void> {
    const { selected } = this.known;
    if (this.created > 0 && selected !== undefined) await this.selectStack(selected);
  }

  private select(name: string): Promise<Stack> {
    return this.automation.Stack.select(name, this.workspaces.workspace);
  }

  private async create(name: string): Promise<Stack> {
    this.created += 1;
    try {
      return await this.automation.Stack.create(name, this.workspaces.workspace);
    } catch (error) {
      if (error instanceof this.automation.StackAlreadyExistsError) return this.select(name);
      throw error;
    }
  }

  /**
   * Sets what says what the stack holds, and leaves what says the same, and all else, as it is.
   *
   * @returns The whole configuration.
   */
  private async configure(stack: Stack, config: FleetStack['config']): Promise<StackValues> {
    const { program } = this.project;
    const wanted = { ...config, ...(program === undefined ? {} : { program }) };
    const present = await stack.getAllConfig();
    const changed = Object.entries(wanted)
      .map(([key, value]) => [`capi-fleet:${key}`, value] as const)
      .filter(([key, value]) => !meansSame(present[key]?.value, value))
      .map(([key, value]) => [key, { value }]);
    if (changed.length > 0) await stack.setAllConfig(Object.fromEntries(changed));
    return { ...valuesIn(present), ...config };
  }
}

function loadAutomation(): Automation {
  try {
    return require('@pulumi/pulumi/automation') as Automation;
  } catch (error) {
    throw new Error(
      '@pulumi/pulumi is missing\n' +
        '  allowed: the packages of Pulumi beside the program\n' +
        '  fix: npm install @pulumi/pulumi @pulumi/openstack @pulumi/kubernetes',
      { cause: error },
    );
  }
}

async function findCommand({ PulumiCommand }: Automation) {
  try {
    return await PulumiCommand.get();
  } catch (error) {
    const message = String(error);
    const tooOld = /(?:Minimum version|Major version)[^\n]*/.exec(message)?.[0];
    throw new Error(
      `${tooOld ?? 'the command pulumi is missing'}\n` +
        '  allowed: the command pulumi on the PATH, of a release that fits @pulumi/pulumi\n' +
        '  fix: install it as https://www.pulumi.com/docs/install says',
      { cause: error },
    );
  }
}

async function listed(workspace: LocalWorkspace): Promise<KnownStacks> {
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
        '  allowed: a backend for the state of stacks, logged in to\n' +
        '  fix: pulumi login, or set PULUMI_BACKEND_URL and PULUMI_CONFIG_PASSPHRASE',
      { cause: error },
    );
  }
}

/** What is meant of a stack that is destroyed. */
interface Meant {
  readonly left: LeftStack | undefined;
  readonly values: StackValues;
}

async function valuesOf(stack: Stack): Promise<StackValues> {
  return valuesIn(await stack.getAllConfig());
}

function valuesIn(config: ConfigMap): StackValues {
  return Object.fromEntries(Object.entries(config).map(([key, { value }]) => [key, value]));
}

/** Whether a resource is planned, or comes with one: the Secrets of a credential are not planned themselves. */
function isMadeFor(name: string, planned: ReadonlySet<string>): boolean {
  const credential = name.replace(/\/(addon-)?credential-secret$/, '/credential');
  return planned.has(name) || planned.has(credential);
}

/** Whether two values of the configuration name the same clusters or clouds, as a list or between commas. */
function meansSame(present: string | undefined, wanted: string): boolean {
  return present !== undefined && listOf(present) === listOf(wanted);
}

function listOf(text: string): string {
  return text
    .replace(/^\s*\[|\]\s*$|"/g, '')
    .split(',')
    .map((name) => name.trim())
    .join(',');
}
