import { join } from 'node:path';
import { INFRASTRUCTURES } from '../../lib/init/infrastructures';
import { withDefaults } from '../../lib/init/new-project';
import { projectFiles } from '../../lib/init/project-files';
import { writeProject } from '../../lib/init/write-project';

/** A choice of `capi-fleet init`. */
export interface InitChoice {
  /** Name of the choice, and of its folder. */
  readonly name: string;
  /** Options that choose it. */
  readonly options: readonly string[];
}

/** Every choice of `capi-fleet init`. */
export const INIT_CHOICES: readonly InitChoice[] = INFRASTRUCTURES.flatMap(
  ({ name, provisions }) => {
    const options = ['--infrastructure', name];
    const usual = { name, options };
    return provisions
      ? [usual, { name: `${name}-pulumi`, options: [...options, '--pulumi'] }]
      : [usual];
  },
);

/** Writes a project of every choice into a folder of its own. */
export function writeProjects(folder: string): void {
  for (const { name, options } of INIT_CHOICES) {
    const infrastructure = INFRASTRUCTURES.find((one) => options.includes(one.name));
    const project = withDefaults({
      folder: join(folder, name),
      ...(infrastructure && { infrastructure }),
      pulumi: options.includes('--pulumi'),
    });
    writeProject(project.folder, projectFiles(project));
  }
}
