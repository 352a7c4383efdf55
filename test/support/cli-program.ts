import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandResult, REPOSITORY, run } from './lab';

const PROGRAM = 'fleet.ts';

/** Program of a fleet in a folder of its own, which capi-fleet is run on as its users do. */
export class CliProgram {
  /**
   * @param folder Folder to be made for the program.
   * @param lines Lines of the program.
   */
  constructor(
    readonly folder: string,
    lines: readonly string[],
  ) {
    mkdirSync(folder);
    symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'), 'dir');
    writeFileSync(join(folder, PROGRAM), lines.map((line) => `${line}\n`).join(''));
  }

  /** Command that runs `capi-fleet` on the program. */
  command(name: string, ...flags: string[]): readonly [node: string, ...args: string[]] {
    const cli = join(REPOSITORY, 'lib/cli/main.ts');
    return [process.execPath, '--import', 'tsx', cli, name, ...flags, PROGRAM];
  }

  /** Runs `capi-fleet` on the program, with variables over those that there are. */
  capiFleet(
    name: string,
    flags: readonly string[] = [],
    variables: NodeJS.ProcessEnv = {},
  ): Promise<CommandResult> {
    const [node, ...args] = this.command(name, ...flags);
    return run(node, args, { cwd: this.folder, env: variables });
  }

  /** Runs Pulumi in the folder. */
  pulumi(...args: string[]): Promise<CommandResult> {
    return run('pulumi', args, { cwd: this.folder });
  }

  /** State of a stack. */
  async deployment(stack: string): Promise<Readonly<Record<string, unknown>>> {
    const { stdout } = await this.pulumi('stack', 'export', '--stack', stack);
    return JSON.parse(stdout).deployment;
  }
}
