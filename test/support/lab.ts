import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { REPOSITORY, run, stateHome } from '../lab/machine';

export {
  type CommandResult,
  freePort,
  labBin,
  REPOSITORY,
  run,
  stateHome,
} from '../lab/machine';
export { kubernetesOrSkip } from '../lab/needs';
export type { LabProfile } from '../lab/profiles';
export { type KubernetesLab, startKubernetes } from '../lab/start';

/** Folder with labs that are not built from modules, or undefined when this machine has none. */
export function findLab(): string | undefined {
  const lab = process.env.CAPI_FLEET_LAB ?? resolve(REPOSITORY, '../shared/lab');
  return existsSync(join(lab, 'kubernetes/start')) ? lab : undefined;
}

/** The lab's folder; without one, says why and skips the suite that `this` belongs to. */
export function labOrSkip(suite: Mocha.Context): string {
  const lab = findLab();
  if (lab !== undefined) return lab;
  console.log('      skipped: no lab at ../shared/lab, and CAPI_FLEET_LAB names no other folder');
  return suite.skip();
}

/** Runs a script of a lab, which has to succeed. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const result = await run(script, args, { env });
  if (result.code === 0) return;
  throw new Error(`${script} ${args.join(' ')} exits with ${result.code}:\n${result.stderr}`);
}

/** Stops at the end of the process at the latest, so that a failed suite leaves nothing behind. */
export function stopper(scripts: string, env: NodeJS.ProcessEnv): () => Promise<void> {
  const atExit = () => {
    spawnSync(join(scripts, 'stop'), { env: { ...process.env, ...env } });
  };
  process.once('exit', atExit);
  return async () => {
    await runScript(join(scripts, 'stop'), [], env);
    process.off('exit', atExit);
  };
}

/** Stops labs whose test process was killed before it could do so itself. */
export function stopAbandoned(scripts: string): void {
  if (!existsSync(stateHome())) return;
  for (const name of readdirSync(stateHome())) {
    const home = join(stateHome(), name);
    const owner = join(home, 'owner');
    if (!existsSync(owner) || existsSync(`/proc/${readFileSync(owner, 'utf8')}`)) continue;
    spawnSync(join(scripts, 'stop'), { env: { ...process.env, LAB_STATE: home } });
  }
}
