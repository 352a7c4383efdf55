import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';

/** Repository of images, as far as rules on it differ. */
export interface RepositoryForm {
  /** What is not in it besides a tag, in words. */
  readonly without: string;
  /** Tells whether a text may be the repository. */
  readonly fits: (text: string) => boolean;
  /** Text without what is not in a repository. */
  readonly corrected: (text: string) => string;
}

const REPOSITORY = /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;
const SCHEME = /^[a-z]+:\/\//;

/** Tells whether a text is a registry and a path. */
export function isRepository(text: string): boolean {
  return REPOSITORY.test(text);
}

/** What is wrong with the repository that images come from; undefined for nothing. */
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
