import { wordsFor } from '../base/words';
import type { Infrastructure, ProjectChoices } from './infrastructure';
import { INFRASTRUCTURES } from './infrastructures';
import { nameFor } from './project-name';

/** Choices that are made before anyone is asked. */
export interface GivenChoices {
  readonly folder?: string;
  readonly name?: string;
  readonly infrastructure?: Infrastructure;
  readonly pulumi?: boolean;
}

/** A new project and its folder. */
export interface NewProject extends ProjectChoices {
  readonly folder: string;
}

/** Folder of a project for which no other one is given. */
export const DEFAULT_FOLDER = '.';

/** Returns the infrastructures to choose from: with a choice for or against Pulumi, those on which there is one. */
export function offeredFor({ pulumi }: GivenChoices): readonly Infrastructure[] {
  return INFRASTRUCTURES.filter(({ provisions }) => pulumi === undefined || provisions);
}

/** Returns what is wrong with the combination of choices; undefined if nothing is. */
export function contradictionIn({ infrastructure, pulumi }: GivenChoices): string | undefined {
  if (infrastructure === undefined || infrastructure.provisions || pulumi === undefined) {
    return undefined;
  }
  const flag = pulumi ? '--pulumi' : '--no-pulumi';
  const names = offeredFor({ pulumi }).map(({ name }) => name);
  return `${flag} is for ${wordsFor(names, 'or')}, because Pulumi provisions nothing on ${infrastructure.name}: remove ${flag}`;
}

/** Completes the choices with defaults. */
export function withDefaults(given: GivenChoices): NewProject {
  const { folder = DEFAULT_FOLDER, name = nameFor(folder), pulumi = false } = given;
  const [first = INFRASTRUCTURES[0]] = offeredFor(given);
  return { folder, name, pulumi, infrastructure: given.infrastructure ?? first };
}
