import type { LocalWorkspace, Stack } from '@pulumi/pulumi/automation';
import { AccessCheck, type StackValues } from './access-check';
import { EngineSteps } from './engine-steps';
import type { FleetStack } from './fleet-stacks';
import { keepPlanned } from './half-replaced';
import { passphraseError } from './passphrase-error';
import { askedPart, recover } from './pending-creates';
import { type PulumiProject, projectOf } from './pulumi-project';
import type { StackOperation, StackOutcome, StackRunner } from './stack-runner';

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
  const workspace = await automation.LocalWorkspace.create({
    workDir: folder,
    pulumiCommand,
    envVars: { OS_USE_OCTAVIA: process.env.OS_USE_OCTAVIA ?? 'true' },
    ...(settings === undefined ? {} : { projectSettings: settings }),
  });
  const stacks = await listed(workspace);
  return new PulumiRunner(automation, workspace, stacks, { file: program, ...project });
}

/** Stacks of a project that there are, and the one that people selected. */
interface KnownStacks {
  readonly names: ReadonlySet<string>;
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
    private readonly workspace: LocalWorkspace,
    private readonly known: KnownStacks,
    private readonly project: PulumiProject & { readonly file: string },
  ) {
    this.access = new AccessCheck(project.folder);
    this.selectStack = workspace.selectStack.bind(workspace);
    // Each operation names its stack, so that the selection is left to people.
    workspace.selectStack = async () => {};
  }

  async run(
    fleetStack: FleetStack,
    operation: StackOperation,
    stop: AbortSignal,
    onLine: (line: string) => void,
  ): Promise<StackOutcome> {
    const { name, otherName } = fleetStack;
    const exists = this.known.names.has(name);
    if (!exists && otherName !== undefined && this.known.names.has(otherName)) {
      throw new Error(
        `there is a stack ${otherName}, and the names of clusters make it ${name} now\n` +
          `allowed: the stack that holds what was made, under the name ${name}\n` +
          `fix: pulumi stack rename ${name} --stack ${otherName}`,
      );
    }
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
    const { name, config } = fleetStack;
    const stack = exists ? await this.select(name) : await this.create(name);
    stop.throwIfAborted();
    const values = await this.configure(stack, config);
    await this.access.check(fleetStack, values);
    if (exists && operation !== 'preview') {
      await recover(stack, this.project.file, config, stop, onLine);
    }
    if (exists && operation === 'up') {
      const part = askedPart(config, values['capi-fleet:cloudEntries']);
      await keepPlanned(stack, this.project.file, part, onLine);
    }
    stop.throwIfAborted();
    return operate(stack, operation, stop, onLine);
  }

  async end(): Promise<void> {
    const { selected } = this.known;
    if (this.created > 0 && selected !== undefined) await this.selectStack(selected);
  }

  private select(name: string): Promise<Stack> {
    return this.automation.Stack.select(name, this.workspace);
  }

  private async create(name: string): Promise<Stack> {
    this.created += 1;
    try {
      return await this.automation.Stack.create(name, this.workspace);
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
    const all = Object.entries(present).map(([key, { value }]) => [key, value] as const);
    return { ...Object.fromEntries(all), ...config };
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

async function operate(
  stack: Stack,
  operation: StackOperation,
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<StackOutcome> {
  const onOutput = (text: string) => text.split('\n').forEach(onLine);
  const watched = new EngineSteps();
  const options = { onEvent: watched.take, color: 'never' as const, signal };
  if (operation === 'preview') {
    const { changeSummary } = await stack.preview(options);
    return { changes: watched.changes(changeSummary), steps: watched.steps };
  }
  const printing = { ...options, onOutput, suppressProgress: true };
  const { summary } = operation === 'up' ? await stack.up(printing) : await stack.destroy(printing);
  return { changes: watched.changes(summary.resourceChanges ?? {}), steps: [] };
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
