import type { Deployment, Stack } from '@pulumi/pulumi/automation';
import { useOf } from '../assembly/stack-providers';
import { AccessCheck } from './access-check';
import type { FleetStack, LeftStack } from './fleet-stacks';
import { keepPlanned } from './half-replaced';
import { leftIn, type WholeFleet } from './left-stacks';
import { passphraseError } from './passphrase-error';
import { recover } from './pending-creates';
import { type PulumiProject, projectOf } from './pulumi-project';
import {
  type Automation,
  answerHooks,
  findCommand,
  type KnownStacks,
  listed,
  loadAutomation,
  type Workspaces,
} from './pulumi-workspace';
import { refuseUsed } from './refuse-used';
import { destroyStack, type Following, previewStack, updateStack } from './stack-operations';
import type { StackOperation, StackOutcome, StackRunner } from './stack-runner';
import { type HeldResource, StackState } from './stack-state';
import { configure, type StackValues, valuesOf } from './stack-values';

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
  const empty = await automation.LocalWorkspace.create({ ...options, program: answerHooks });
  const stacks = await listed(workspace);
  return new PulumiRunner(automation, { workspace, empty }, stacks, { file: program, ...project });
}

/** Operation on a stack, with its signal and output. */
interface Operation extends Following {
  readonly operation: StackOperation;
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
    // Each operation names its stack, so the selection of the user stays as it is.
    for (const one of [workspace, empty]) one.selectStack = async () => {};
  }

  async run(
    fleetStack: FleetStack,
    operation: StackOperation,
    signal: AbortSignal,
    onLine: (line: string) => void,
  ): Promise<StackOutcome> {
    const { name } = fleetStack;
    const exists = this.known.names.has(name);
    if (!exists) this.refuseOtherName(fleetStack);
    if (!exists && operation === 'destroy') return { changes: {}, steps: [] };
    try {
      return await this.runStack(fleetStack, exists, { operation, signal, onLine });
    } catch (error) {
      throw passphraseError(error, name);
    }
  }

  private async runStack(
    fleetStack: FleetStack,
    exists: boolean,
    following: Operation,
  ): Promise<StackOutcome> {
    const { name, config, left } = fleetStack;
    const { operation, signal } = following;
    const stack = exists ? await this.select(name) : await this.create(name);
    signal.throwIfAborted();
    const { program } = this.project;
    const wanted = { ...config, ...(program === undefined ? {} : { program }) };
    const values = left === undefined ? await configure(stack, wanted) : await valuesOf(stack);
    await this.access.check(fleetStack, values);
    signal.throwIfAborted();
    if (operation === 'preview') return previewStack(stack, following);
    if (!exists) return updateStack(stack, following);
    return this.change(stack, fleetStack, values, following);
  }

  /** Updates or destroys an existing stack; first refuses to delete what a cluster uses. */
  private async change(
    stack: Stack,
    fleetStack: FleetStack,
    values: StackValues,
    following: Operation,
  ): Promise<StackOutcome> {
    const { operation, signal } = following;
    const exported = await this.fixed(stack, fleetStack, values, following);
    signal.throwIfAborted();
    const state = new StackState(exported.deployment);
    const going = goingIn(state, fleetStack, operation);
    const place = { environment: process.env, folder: this.project.folder };
    if (going.length > 0) await refuseUsed(state, values, going, place);
    if (operation === 'up') return updateStack(stack, following);
    const deployment = state.withoutOldTakers();
    if (deployment !== undefined) await stack.importStack({ ...exported, deployment });
    const { left } = fleetStack;
    const targets = left === undefined || left.isWhole ? [] : going.map(({ urn }) => urn);
    const { Stack: Stacks } = this.automation;
    return destroyStack(await Stacks.select(stack.name, this.workspaces.empty), following, targets);
  }

  /** State of a stack, after repairing what an unfinished update left. */
  private async fixed(
    stack: Stack,
    { config, left }: FleetStack,
    values: StackValues,
    following: Operation,
  ): Promise<Deployment> {
    const asked = { program: this.project.file, config, values };
    const exported = await stack.exportStack();
    const recovered =
      left === undefined ? await recover(stack, exported, asked, following) : exported;
    if (following.operation !== 'up') return recovered;
    return keepPlanned(stack, recovered, asked, following);
  }

  async left(fleet: WholeFleet): Promise<readonly LeftStack[]> {
    const others = this.known.full.filter((name) => !fleet.stacks.includes(name));
    const found = await Promise.all(
      others.map(async (name) => {
        const { deployment } = await this.workspaces.workspace.exportStack(name);
        return leftIn(name, new StackState(deployment), fleet);
      }),
    );
    return found.flatMap((one) => one ?? []);
  }

  private refuseOtherName({ name, otherName }: FleetStack): void {
    if (otherName === undefined || !this.known.names.has(otherName)) return;
    throw new Error(
      `the stack ${otherName} exists, but the names of the clusters now require the name ${name}\n` +
        `allowed: the existing stack under the name ${name}\n` +
        `fix: pulumi stack rename ${name} --stack ${otherName}`,
    );
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
}

/** Resources to be deleted; for an update, only those that a cluster may use. */
function goingIn(
  state: StackState,
  { planned, left }: FleetStack,
  operation: StackOperation,
): readonly HeldResource[] {
  const names = new Set(planned);
  return state.resources.filter((one) =>
    operation === 'up'
      ? useOf(one.type, one.name) !== undefined && !isMadeFor(one.name, names)
      : left === undefined || left.owners.includes(state.ownerOf(one) ?? ''),
  );
}

/** Whether a resource is planned, or belongs to a planned one, as the Secrets of a credential do. */
function isMadeFor(name: string, planned: ReadonlySet<string>): boolean {
  const credential = name.replace(/\/(addon-)?credential-secret$/, '/credential');
  return planned.has(name) || planned.has(credential);
}
