import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Infrastructure } from '../init/infrastructure';
import { INFRASTRUCTURES } from '../init/infrastructures';
import {
  contradictionIn,
  type GivenChoices,
  type NewProject,
  offeredFor,
  withDefaults,
} from '../init/new-project';
import { nextSteps } from '../init/next-steps';
import { projectFiles } from '../init/project-files';
import { nameMistake } from '../init/project-name';
import { askChoices } from '../init/questions';
import { writeProject } from '../init/write-project';
import { codeOfSignal, InterruptedError } from './child-end';
import { type End, newCommand, UsageError } from './command';

interface InitOptions {
  readonly infrastructure?: string;
  readonly pulumi?: boolean;
  readonly name?: string;
  readonly yes?: true;
}

/** Writes a new project. */
export function initCommand(end: End): Command {
  const names = INFRASTRUCTURES.map(({ name }) => name);
  return newCommand(
    'init',
    'start a project with a fleet program',
    'write a new project: a fleet program, a test and a CI workflow; on a terminal, it asks for what no option says',
  )
    .argument('[folder]', 'folder of the project (default: the current one)')
    .addOption(
      new Option('--infrastructure <name>', 'infrastructure of the first cluster').choices(names),
    )
    .option('--pulumi', 'provision networks and security groups with Pulumi; only for openstack')
    .option('--no-pulumi', 'let Cluster API create them; only for openstack')
    .addOption(
      new Option('--name <name>', "name of the project (default: the folder's)").argParser(
        validName,
      ),
    )
    .option('--yes', 'do not ask, and use defaults for what no option says')
    .action(async (folder: string | undefined, options: InitOptions) => {
      const project = await newProject(givenIn(folder, options), options.yes === true);
      const files = projectFiles(project);
      writeProject(project.folder, files);
      const paths = [...files.keys()].map((path) => `  ${path}\n`).join('');
      process.stdout.write(
        `${files.size} files written:\n${paths}\n${nextSteps(project.folder, project)}`,
      );
      end(0);
    });
}

function givenIn(folder: string | undefined, options: InitOptions): GivenChoices {
  const infrastructure = INFRASTRUCTURES.find(({ name }) => name === options.infrastructure);
  const { name, pulumi } = options;
  const given: GivenChoices = {
    ...(folder !== undefined && { folder }),
    ...(name !== undefined && { name }),
    ...(infrastructure !== undefined && { infrastructure }),
    ...(pulumi !== undefined && { pulumi }),
  };
  const contradiction = contradictionIn(given);
  if (contradiction !== undefined) throw new UsageError(contradiction);
  return given;
}

/**
 * Returns the project that the options describe, after asking for the rest.
 *
 * @throws UsageError when nobody can be asked, InterruptedError when the user cancels.
 */
async function newProject(given: GivenChoices, usesDefaults: boolean): Promise<NewProject> {
  if (usesDefaults) return withDefaults(given);
  const { stdin: input, stderr: output } = process;
  if (!input.isTTY || !output.isTTY) return withoutTerminal(given);
  const project = await askChoices(given, { input, output });
  if (project !== undefined) return project;
  output.write('nothing was written\n');
  throw new InterruptedError(codeOfSignal('SIGINT'));
}

function withoutTerminal(given: GivenChoices): NewProject {
  const offered: readonly Infrastructure[] = offeredFor(given);
  if (given.infrastructure !== undefined || offered.length === 1) return withDefaults(given);
  const names = offered.map(({ name }) => name).join('|');
  throw new UsageError(
    `nobody can be asked for the infrastructure here: add --infrastructure ${names}, or --yes for ${offered[0]?.name}`,
  );
}

function validName(name: string): string {
  const mistake = nameMistake(name);
  if (mistake === undefined) return name;
  throw new InvalidArgumentError(mistake);
}
