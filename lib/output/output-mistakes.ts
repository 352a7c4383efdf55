import { type Finding, type Issue, SynthError, ValidationError } from '../base/errors';
import { codeOf } from '../files/error-code';
import { OBSTACLE_FIX, ObstacleError } from '../files/obstacle-error';
import { STAGING_FOLDER } from './staging-names';

/** Identifier of the rule that foreign files are never overwritten. */
const FOREIGN_FILE_RULE = 'output-foreign-file';
/** Identifier of the rule that only plain files and folders are at the paths of the output. */
const OBSTACLE_RULE = 'output-obstacle';
/** Identifier of the rule that the disk accepts the output. */
const DISK_RULE = 'output-disk';
/** Identifier of the rule that every path of the output is valid and unique. */
const PATH_RULE = 'output-path';

/** Mistake about a foreign file at the path of an output file. */
export function foreignFile(path: string): Issue {
  return {
    path,
    prop: 'file',
    given: 'a file that this program did not write',
    allowed: 'a file of an earlier synth, or no file',
    fix: 'move it away, or give the fleet another outdir',
    rule: FOREIGN_FILE_RULE,
  };
}

/** Error about a file that something else changed while a synth ran. */
export function changedMeanwhile(path: string): ValidationError {
  return new ValidationError([
    {
      path,
      prop: 'file',
      given: 'a file that something else has changed during this synth',
      allowed: 'one synth at a time, and no edits while it runs',
      fix: 'run the synth again',
      rule: FOREIGN_FILE_RULE,
    },
  ]);
}

/** Mistake about something other than a file or folder at the path of one. */
export function obstacle({
  path,
  found,
  wanted,
}: Pick<ObstacleError, 'path' | 'found' | 'wanted'>): Issue {
  return {
    path,
    prop: wanted.replace(/^an? /, ''),
    given: found,
    allowed: `${wanted}, or nothing`,
    fix: OBSTACLE_FIX,
    rule: OBSTACLE_RULE,
  };
}

/** Mistake about the path of a file. */
export function pathMistake(path: string, finding: Finding): Issue {
  return { path, prop: 'file', ...finding, rule: PATH_RULE };
}

/** Commit that failed halfway and could not be rolled back. */
export class PartlyWrittenError extends ValidationError {}

/** Runs a function on an output folder; errors of the operating system become mistakes. */
export function withDiskMistakes<T>(outdir: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asMistake(outdir, error);
  }
}

/** Converts an error of the operating system to a mistake; returns any other error as it is. */
export function asMistake(outdir: string, error: unknown, isPartly = false): unknown {
  if (error instanceof ObstacleError) return new ValidationError([obstacle(error)]);
  const refusal = refusalOf(error);
  if (refusal === undefined) return error;
  const issue = { path: outdir, prop: 'outdir', ...refusal, rule: DISK_RULE };
  if (!isPartly) return new ValidationError([issue]);
  const fix = `${refusal.fix}; the tree is partly written, and the next synth completes it`;
  return new PartlyWrittenError([{ ...issue, fix }]);
}

/** Unexpected error about an output folder. */
export function unexpected(outdir: string, cause: unknown): SynthError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SynthError(`${outdir} cannot be written and is unchanged: ${reason}`, { cause });
}

interface Refusal extends Finding {
  readonly fix: string;
}

type Advice = readonly [allowed: string, fix: string];

const ANOTHER = 'give the fleet another outdir';
const FULL: Advice = ['a disk with enough free space', 'free disk space, then run the synth again'];
const READ_ONLY: Advice = ['a writable file system', `mount it read-write, or ${ANOTHER}`];
const FORBIDDEN: Advice = [
  'files and folders that this user can read and write',
  `change their owner or mode, or ${ANOTHER}`,
];
const TOO_MANY: Advice = ['a process that may open more files', 'raise the limit with ulimit -n'];
const IN_THE_WAY: Advice = [
  'files and folders as an earlier synth left them',
  'move away what is in the way, then run the synth again',
];
const OTHER: Advice = ['a disk that accepts the change', `check the disk, or ${ANOTHER}`];

const ADVICE: Readonly<Record<string, Advice>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EROFS: READ_ONLY,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENAMETOOLONG: ['paths that the file system accepts', `shorten the names in it, or ${ANOTHER}`],
  EXDEV: ['a tree on one file system', `unmount the file systems inside it, or ${ANOTHER}`],
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  EISDIR: IN_THE_WAY,
  ENOTEMPTY: IN_THE_WAY,
  ELOOP: IN_THE_WAY,
};

function refusalOf(error: unknown): Refusal | undefined {
  const code = codeOf(error);
  if (code === undefined || !(error instanceof Error)) return undefined;
  const [allowed, fix] = ADVICE[code] ?? OTHER;
  return { given: withoutStaging(error.message), allowed, fix };
}

/** Replaces paths in the staging folder by the final ones. */
function withoutStaging(message: string): string {
  return message.replace(new RegExp(`${STAGING_FOLDER}/[0-9a-f]{32}/(?:new/)?`, 'g'), '');
}
