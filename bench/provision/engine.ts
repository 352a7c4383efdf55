import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COMPILED } from '../compile';

/** Run of one side with the engine of Pulumi. */
export interface EngineTask {
  readonly side: string;
  readonly clusters: number;
  /** Folder of the whole benchmark. */
  readonly work: string;
}

/** Operation of the command `pulumi`. */
export type EngineOperation = 'preview' | 'up' | 'destroy';

/** Creates the project and stack of a run, with local state; the cloud is that of `OS_CLOUD`. */
export function prepare(task: EngineTask, write: (file: string, text: string) => void): void {
  const folder = folderOf(task);
  mkdirSync(join(folder, 'state'), { recursive: true });
  process.env.PULUMI_BACKEND_URL = `file://${join(folder, 'state')}`;
  process.env.PULUMI_CONFIG_PASSPHRASE ??= 'bench';
  process.env.PULUMI_SKIP_UPDATE_CHECK = 'true';
  const project = {
    name: 'bench',
    main: resolve(COMPILED, 'provision/program.js'),
    runtime: { name: 'nodejs', options: { typescript: false } },
  };
  write(join(folder, 'Pulumi.yaml'), JSON.stringify(project));
  const config = {
    'bench:side': task.side,
    'bench:clusters': String(task.clusters),
    'bench:folder': folder,
    'capi-fleet:preflight': 'false',
  };
  write(join(folder, 'Pulumi.bench.yaml'), JSON.stringify({ config }));
  const select = ['stack', 'select', '--create', 'bench', '--cwd', folder, '--non-interactive'];
  execFileSync('pulumi', select, { stdio: 'ignore' });
}

/** Command of an operation. */
export function operate(task: EngineTask, operation: EngineOperation): readonly string[] {
  const place = ['--cwd', folderOf(task), '--stack', 'bench', '--non-interactive'];
  const agreed = operation === 'preview' ? [] : ['--yes', '--skip-preview'];
  return ['pulumi', operation, ...place, ...agreed];
}

function folderOf({ side, clusters, work }: EngineTask): string {
  return join(work, 'engine', `${side}-${clusters}`);
}
