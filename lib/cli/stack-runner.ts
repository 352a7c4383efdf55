import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { LocalWorkspaceOptions, OpMap, Stack } from '@pulumi/pulumi/automation';
import type { FleetStack } from './fleet-stacks';
import { recover } from './pending-creates';
import { nodeArguments } from './program';

/** What is done with stacks. */
export type StackOperation = 'up' | 'preview' | 'destroy';

/** What an operation did to a stack: numbers of resources by what became of them. */
export type StackChanges = Readonly<Partial<Record<string, number>>>;

/** Does something with one stack. */
export interface StackRunner {
  /** Runs an operation; rejects with what Pulumi printed when it fails. */
  run(
    stack: FleetStack,
    operation: StackOperation,
    log: (text: string) => void,
  ): Promise<StackChanges>;
  /** Asks the operations that are running to stop. */
  cancel(): Promise<void>;
}

/**
 * Runner that uses the Automation API of Pulumi.
 *
 * @throws Error when the package or the command `pulumi` is missing.
 */
export function pulumiRunner(program: string): StackRunner {
  return new PulumiRunner(program, loadAutomation());
}

type Automation = typeof import('@pulumi/pulumi/automation');

function loadAutomation(): Automation {
  try {
    return require('@pulumi/pulumi/automation') as Automation;
  } catch {
    throw new Error(
      '@pulumi/pulumi is missing\n' +
        '  allowed: the packages of Pulumi beside the program\n' +
        '  fix: npm install @pulumi/pulumi @pulumi/openstack @pulumi/kubernetes',
    );
  }
}

class PulumiRunner implements StackRunner {
  private readonly running = new Set<Stack>();

  constructor(
    private readonly program: string,
    private readonly automation: Automation,
  ) {}

  async run(
    stack: FleetStack,
    operation: StackOperation,
    log: (text: string) => void,
  ): Promise<StackChanges> {
    const handle = await this.open(stack);
    this.running.add(handle);
    try {
      if (operation !== 'preview') await recover(handle, stack, this.program, log);
      return await operate(handle, operation, log);
    } finally {
      this.running.delete(handle);
    }
  }

  async cancel(): Promise<void> {
    await Promise.allSettled([...this.running].map((stack) => stack.cancel()));
  }

  private async open({ name, config }: FleetStack): Promise<Stack> {
    const { LocalWorkspace } = this.automation;
    const { workDir, options } = workspaceOf(this.program);
    const stack = await LocalWorkspace.createOrSelectStack({ stackName: name, workDir }, options);
    const entries = Object.entries(config).map(([key, value]) => [`capi-fleet:${key}`, { value }]);
    await stack.setAllConfig(Object.fromEntries(entries));
    return stack;
  }
}

async function operate(
  stack: Stack,
  operation: StackOperation,
  onOutput: (text: string) => void,
): Promise<StackChanges> {
  if (operation === 'preview') {
    const { changeSummary } = await stack.preview({ onOutput, color: 'never' });
    return changeSummary as OpMap;
  }
  const options = { onOutput, color: 'never' as const, suppressProgress: true };
  const { summary } = operation === 'up' ? await stack.up(options) : await stack.destroy(options);
  return summary.resourceChanges ?? {};
}

/** Folder in which Pulumi works: that of the nearest project above the program, or of the program itself. */
function workspaceOf(program: string): {
  readonly workDir: string;
  readonly options: LocalWorkspaceOptions;
} {
  const file = resolve(program);
  const envVars = { OS_USE_OCTAVIA: process.env.OS_USE_OCTAVIA ?? 'true' };
  const project = projectFolder(dirname(file));
  if (project !== undefined) return { workDir: project, options: { envVars } };
  const workDir = dirname(file);
  const nodeargs = nodeArguments(file).join(' ');
  return {
    workDir,
    options: {
      envVars,
      projectSettings: {
        name: basename(workDir).replace(/[^A-Za-z0-9_.-]/g, '-') || 'fleet',
        main: relative(workDir, file),
        runtime: {
          name: 'nodejs',
          options: { typescript: false, ...(nodeargs === '' ? {} : { nodeargs }) },
        },
      },
    },
  };
}

function projectFolder(folder: string): string | undefined {
  if (['Pulumi.yaml', 'Pulumi.yml', 'Pulumi.json'].some((name) => existsSync(join(folder, name)))) {
    return folder;
  }
  const above = dirname(folder);
  return above === folder ? undefined : projectFolder(above);
}
