import { type Finding, type Issue, SynthError, ValidationError } from '../base/errors';
import { codeOf } from '../files/error-code';
import { OBSTACLE_FIX, ObstacleError } from '../files/obstacle-error';
import { STAGING_FOLDER } from './staging-names';

/** Identifier of the rule that files of others are left alone. */
const FOREIGN_FILE_RULE = 'output-foreign-file';
/** Identifier of the rule that what stands where ours belongs is never followed. */
const OBSTACLE_RULE = 'output-obstacle';
/** Identifier of the rule that the disk takes what is written. */
const DISK_RULE = 'output-disk';
/** Identifier of the rule that every path of the output is one that we make, and is made once. */
const PATH_RULE = 'output-path';

/** Mistake about a file of somebody else where one of ours is to be. */
export function foreignFile(path: string): Issue {
  return {
    path,
    prop: 'file',
    given: 'a file that this program did not write',
    allowed: 'a file of an earlier synth, or none',
    fix: 'move it away, or give the fleet another outdir',
    rule: FOREIGN_FILE_RULE,
  };
}

/** Error about a file that somebody else changed between two looks of one synth. */
export function changedMeanwhile(path: string): ValidationError {
  return new ValidationError([
    {
      path,
      prop: 'file',
      given: 'a file that something else has changed during this synth',
      allowed: 'one synth at a time, and no edits meanwhile',
      fix: 'run the synth again',
      rule: FOREIGN_FILE_RULE,
    },
  ]);
}

/** Mistake about something that is no file or folder where one of ours belongs. */
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

/** A commit that the disk refused in the middle, and would not let us take back. */
export class PartlyWrittenError extends ValidationError {}

/** Runs something that works on an output folder; what the operating system refuses becomes a mistake. */
export function withDiskMistakes<T>(outdir: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw asMistake(outdir, error);
  }
}

/** Error with the mistake that another one is, or that one itself. */
export function asMistake(outdir: string, error: unknown, isPartly = false): unknown {
  if (error instanceof ObstacleError) return new ValidationError([obstacle(error)]);
  const refusal = refusalOf(error);
  if (refusal === undefined) return error;
  const issue = { path: outdir, prop: 'outdir', ...refusal, rule: DISK_RULE };
  if (!isPartly) return new ValidationError([issue]);
  const fix = `${refusal.fix}; the tree is written in part, and the next synth completes it`;
  return new PartlyWrittenError([{ ...issue, fix }]);
}

/** Error about what nobody expected of an output folder. */
export function unexpected(outdir: string, cause: unknown): SynthError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SynthError(`${outdir} cannot be written and stays as it was: ${reason}`, { cause });
}

interface Refusal extends Finding {
  readonly fix: string;
}

type Advice = readonly [allowed: string, fix: string];

const ANOTHER = 'give the fleet another outdir';
const FULL: Advice = [
  'a disk with room for the tree',
  'free space on it, then run the synth again',
];
const READ_ONLY: Advice = [
  'a file system that can be written to',
  `mount it for writing, or ${ANOTHER}`,
];
const FORBIDDEN: Advice = [
  'files and folders that this user may read and write',
  `change their owner or mode, or ${ANOTHER}`,
];
const TOO_MANY: Advice = ['a process that may open more files', 'raise the limit with ulimit -n'];
const IN_THE_WAY: Advice = [
  'files and folders as an earlier synth left them',
  'move away what is in the way, then run the synth again',
];
const OTHER: Advice = ['a disk that takes the change', `look at the disk, or ${ANOTHER}`];

const ADVICE: Readonly<Record<string, Advice>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EROFS: READ_ONLY,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENAMETOOLONG: ['paths that the file system takes', `shorten the names in it, or ${ANOTHER}`],
  EXDEV: ['a tree on one file system', `unmount what is mounted inside of it, or ${ANOTHER}`],
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

/** Words of the system about a file in the staging folder, as if they were about the file where it belongs. */
function withoutStaging(message: string): string {
  return message.replace(new RegExp(`${STAGING_FOLDER}/[0-9a-f]{32}/(?:new/)?`, 'g'), '');
}
