import { spawnSync } from 'node:child_process';
import { ROOT } from '../../support/import-graph';

/** Changed files with what they were compared with. */
export interface Changes {
  /** Revision that the files are compared with. */
  readonly base: string;
  /** Changed, new and removed files, relative to the root, uncommitted ones included. */
  readonly files: readonly string[];
}

/**
 * Files that differ from a base, or undefined where no base is to be had.
 *
 * The base is the branch point from `CAPI_FLEET_E2E_BASE`, else from the remote's default branch or `main`, else
 * the last tag. A base that is the commit itself, as in a fresh clone of the default branch, tells nothing: the
 * commit before it would be no better, for a landing has many commits.
 *
 * @throws Error for a `CAPI_FLEET_E2E_BASE` that is no revision
 */
export function changedFiles(folder = ROOT): Changes | undefined {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  const base = baseOf(git);
  if (base === undefined) return undefined;
  const listed = [
    git('diff', '--name-only', '--no-renames', base.commit),
    git('ls-files', '--others', '--exclude-standard'),
  ];
  const files = listed.flatMap((text = '') => text.split('\n')).filter((file) => file !== '');
  return { base: base.name, files: [...new Set(files)] };
}

type Git = (...args: string[]) => string | undefined;

function baseOf(git: Git): { readonly name: string; readonly commit: string } | undefined {
  const head = git('rev-parse', 'HEAD');
  const given = process.env.CAPI_FLEET_E2E_BASE;
  const names = given === undefined ? ['origin/HEAD', 'origin/main', 'main'] : [given];
  for (const name of names) {
    const commit = git('merge-base', 'HEAD', name);
    if (commit !== undefined && (commit !== head || given !== undefined)) return { name, commit };
  }
  if (given !== undefined) throw new Error(`CAPI_FLEET_E2E_BASE: no revision ${given}`);
  const tag = git('describe', '--tags', '--abbrev=0', 'HEAD^');
  return tag === undefined ? undefined : { name: tag, commit: tag };
}
