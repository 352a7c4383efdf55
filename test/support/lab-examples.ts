import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { copyExample } from './example-copy';
import { type CommandResult, type LabProfile, REPOSITORY, run } from './lab';

const EXAMPLES = join(REPOSITORY, 'examples');
const PROVIDERS = /(?<=Providers\.stable\()'[^']*'/g;

/** Output of an example. */
export interface ExampleTree {
  /** Folder to remove in the end. */
  readonly work: string;
  /** Folder of the output; it exists if the program succeeded. */
  readonly out: string;
  /** How the program ended. */
  readonly result: CommandResult;
}

/** Names of the examples of the repository. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.ts')));
}

/**
 * Runs a copy of an example in which only the lines that name the Cluster API release differ.
 *
 * @param edit Further change of the program, given as a text to find and one to put there.
 */
export async function synthExample(
  name: string,
  profile: LabProfile,
  edit?: readonly [find: string, replace: string],
): Promise<ExampleTree> {
  const work = realpathSync(mkdtempSync(join(tmpdir(), `capi-fleet-${name}-`)));
  const folder = copyExample(name, work);
  const found = sources(folder).filter((file) => setRelease(file, profile.slice(1)));
  if (found.length === 0) throw new Error(`${name} does not name its Cluster API release`);

  if (edit !== undefined) replaceIn(join(folder, 'main.ts'), ...edit);

  const out = join(work, 'out');
  const result = await run(process.execPath, ['--import', 'tsx', join(folder, 'main.ts')], {
    cwd: work,
    env: { CDK8S_OUTDIR: out },
  });
  return { work, out, result };
}

/** Folders of a synthesised tree that kustomize can build, clusters and management clusters alike. */
export function kustomizations(out: string): { management: string[]; clusters: string[] } {
  const management = foldersIn(out);
  return { management, clusters: management.flatMap(foldersIn) };
}

/** Manifest files of a folder, without its kustomization. */
export function manifests(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
    .map((name) => join(folder, name));
}

function sources(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return names.map((name) => join(folder, name));
}

function setRelease(file: string, release: string): boolean {
  const text = readFileSync(file, 'utf8');
  if (text.match(PROVIDERS) === null) return false;
  writeFileSync(file, text.replace(PROVIDERS, `'${release}'`));
  return true;
}

function replaceIn(file: string, find: string, replace: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(find)) throw new Error(`${file} does not have ${find}`);
  writeFileSync(file, text.replace(find, replace));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter((path) => existsSync(join(path, 'kustomization.yaml')));
}
