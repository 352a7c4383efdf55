import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadAll } from 'js-yaml';
import type { Manifest } from '../../lib/base/manifest';
import { treeOf } from './examples';
import { ROOT } from './import-graph';

/** What came of a command. */
export interface StartedRun {
  readonly code: number | null;
  /** Both streams, without times. */
  readonly text: string;
}

/** Project that commands of a page write and use. */
export class StartedProject {
  /** Folder in which the project is a folder. */
  private readonly parent = mkdtempSync(join(tmpdir(), 'started-'));
  private name = '.';

  /** Folder of the project. */
  get folder(): string {
    return join(this.parent, this.name);
  }

  /** Runs `capi-fleet init` of a page, and has the project find the library in its sources. */
  init(args: readonly string[]): StartedRun {
    const ran = this.capiFleet(args);
    this.name = args[1] ?? '.';
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'), 'dir');
    const paths = { 'capi-fleet': [join(ROOT, 'constructs/index.ts')] };
    const settings = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { noEmit: true, paths },
    };
    writeFileSync(join(this.folder, 'tsconfig.json'), JSON.stringify(settings));
    return ran;
  }

  /** Runs `capi-fleet` as its users do. */
  capiFleet(args: readonly string[]): StartedRun {
    const cli = join(ROOT, 'lib/cli/main.ts');
    const tsx = pathToFileURL(require.resolve('tsx')).href;
    const { CDK8S_OUTDIR: _outdir, CAPI_FLEET_ONLY: _only, ...env } = process.env;
    const child = spawnSync(process.execPath, ['--import', tsx, cli, ...args], {
      cwd: this.folder,
      env: { ...env, NO_COLOR: '1' },
      encoding: 'utf8',
    });
    const text = `${child.stdout}${child.stderr}`.replace(/ \(\d+(\.\d+)? s\)/g, '');
    return { code: child.status, text };
  }

  /** Reads a file of the project. */
  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Writes a file of the project. */
  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  /** Objects of the manifests that were written. */
  objects(): readonly Manifest[] {
    const files = Object.entries(treeOf(join(this.folder, 'manifests')));
    return files
      .filter(([name]) => name.endsWith('.yaml') && !name.endsWith('kustomization.yaml'))
      .flatMap(([, text]) => loadAll(text) as Manifest[]);
  }

  /** Deletes the project. */
  remove(): void {
    rmSync(this.parent, { recursive: true, force: true });
  }
}

/**
 * Inserts the lines of a diff that begin with a plus after the unchanged lines before them.
 *
 * @throws Error when an unchanged line is not in the text.
 */
export function withDiff(text: string, diff: string): string {
  const lines = text.split('\n');
  let at = 0;
  for (const line of diff.split('\n')) {
    if (line.startsWith('+')) {
      lines.splice(at, 0, line.slice(1));
      at += 1;
    } else if (line.startsWith(' ')) {
      const found = lines.indexOf(line.slice(1), at);
      if (found < 0) throw new Error(`there is no line ${JSON.stringify(line.slice(1))}`);
      at = found + 1;
    }
  }
  return lines.join('\n');
}
