import type { Readable, Writable } from 'node:stream';
import type { Infrastructure } from './infrastructure';
import { DEFAULT_FOLDER, type GivenChoices, type NewProject, offeredFor } from './new-project';
import { nameFor, nameMistake } from './project-name';

/** Streams of a terminal. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks on a terminal for the choices that are not given; undefined if the user cancels. */
export async function askChoices(
  given: GivenChoices,
  terminal: Terminal,
): Promise<NewProject | undefined> {
  const { select, text, confirm, isCancel } = await import('@clack/prompts');

  const folder =
    given.folder ??
    (await text({
      ...terminal,
      message: 'Folder of the project (Enter for the current one)',
      placeholder: DEFAULT_FOLDER,
      defaultValue: DEFAULT_FOLDER,
    }));
  if (isCancel(folder)) return undefined;

  const usualName = nameFor(folder);
  const name =
    given.name ??
    (await text({
      ...terminal,
      message: `Name of the project (Enter for ${usualName})`,
      placeholder: usualName,
      defaultValue: usualName,
      validate: (answer = '') => (answer === '' ? undefined : nameMistake(answer)),
    }));
  if (isCancel(name)) return undefined;

  const offered = offeredFor(given);
  const infrastructure =
    given.infrastructure ??
    (offered.length === 1 ? offered[0] : undefined) ??
    (await select<Infrastructure>({
      ...terminal,
      message: 'Infrastructure of the first cluster',
      options: offered.map((value) => ({ value, label: value.title, hint: value.hint })),
    }));
  if (isCancel(infrastructure)) return undefined;

  const pulumi =
    given.pulumi ??
    (infrastructure.provisions &&
      (await confirm({
        ...terminal,
        message: 'Provision networks and security groups with Pulumi?',
        initialValue: false,
      })));
  if (isCancel(pulumi)) return undefined;

  return { folder, name, infrastructure, pulumi };
}
