import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';

/** Form of an image repository, in which rules differ. */
export interface RepositoryForm {
  /** What it must not contain besides a tag, for messages. */
  readonly without: string;
  /** Tells whether a text is a valid repository. */
  readonly fits: (text: string) => boolean;
  /** Removes what a repository must not contain. */
  readonly corrected: (text: string) => string;
}

const REPOSITORY = /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const SCHEME = /^[a-z]+:\/\//;

/** Tells whether a text is a registry and a path. */
export function isRepository(text: string): boolean {
  return REPOSITORY.test(text);
}

/** Describes what is wrong with an image repository; undefined if it is valid. */
export function repositoryFinding(
  given: string | undefined,
  { without, fits, corrected }: RepositoryForm,
): Finding | undefined {
  if (given === undefined || fits(given)) return undefined;
  const better = corrected(given.replace(SCHEME, ''));
  return {
    given,
    allowed: `a registry and a path, without ${without} and without a tag`,
    fix: fits(better) ? write(better) : leaveOut(),
  };
}
