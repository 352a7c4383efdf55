import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './import-graph';
import { pulumiBin } from './lab-pulumi';

/** Folder with the program of a fleet, and a backend for its stacks. */
export interface StacksProject {
  /** Folder of the program. */
  readonly folder: string;
  /** Folder of the backend. */
  readonly backend: string;
  /** Starts the command line on the program; `FLEET` variables tell the program how to behave. */
  start(args: readonly string[], variables?: NodeJS.ProcessEnv): RunningCommand;
  /** Runs Pulumi itself there. */
  pulumi(...args: readonly string[]): RunningCommand;
  /** Removes it. */
  remove(): void;
}

/** A command that runs. */
export interface RunningCommand {
  /** Its process, the first of a group of its own. */
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly printed: { stdout: string; stderr: string };
  /** Its end. */
  readonly ended: Promise<{
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/**
 * Program of a real fleet that stands on no cloud: under Pulumi it stashes the name of each planned resource.
 *
 * The variable `FAIL` names a stack whose program fails, `SLOW` one whose program takes a minute, and `LEFT` a cluster
 * that the fleet does not have any more. The program's own hook refuses all that is deleted.
 */
const PROGRAM = `
const { provisionedFleet, provisionedProps } = require(${JSON.stringify(join(ROOT, 'test/support/provisioned-fleets'))});
const { componentsOf, itemsOf } = require(${JSON.stringify(join(ROOT, 'lib/openstack/plan/fleet-plan'))});
const { isResource } = require(${JSON.stringify(join(ROOT, 'lib/openstack/plan/plan'))});
const { readStackConfig } = require(${JSON.stringify(join(ROOT, 'lib/provision/pulumi/stack-config'))});
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHuCICda2S0a1EozYylhF7tHWKBYa+uyHOp/tWpc7IG7 x';
const clusters = Object.entries({ a: 8, b: 9 }).filter(([name]) => name !== process.env.LEFT);
const { fleet } = provisionedFleet(Object.fromEntries(clusters.map(([name, index]) => [name, provisionedProps(index)])), { cloud: { keyPairs: { ops: publicKey } } });
if (process.env.PULUMI_CONFIG === undefined) fleet.run();
else {
  const { ComponentResource, getStack, ResourceHook, RunError, Stash } = require('@pulumi/pulumi');
  const { clusters, clouds } = readStackConfig();
  const hook = new ResourceHook('capi-fleet:in-use', ({ name }) => { throw new Error(name + ' is in use'); }, { onDryRun: true });
  const groups = {};
  const plan = fleet.plan({ selection: { ...(clusters && { clusters }), ...(clouds && { clouds }) } });
  for (const { kind, name, parent } of componentsOf(plan)) groups[name] = new ComponentResource('capi-fleet:index:' + kind, name, {}, { parent: groups[parent] });
  for (const { name, component } of itemsOf(plan).filter(isResource)) new Stash(name, { input: name }, { parent: groups[component], hooks: { beforeDelete: [hook] } });
  if (process.env.FAIL === getStack()) throw new RunError('no room for ' + getStack());
  if (process.env.SLOW === getStack()) module.exports = new Promise((resolve) => setTimeout(resolve, 60_000));
}
`;

/** Project in a temporary folder; where the Pulumi lab is not built, says so and skips the suite that `this` belongs to. */
export function stacksProjectOrSkip(suite: Mocha.Context): StacksProject {
  if (!existsSync(join(pulumiBin(), 'pulumi'))) {
    console.log('      skipped: the Pulumi lab is not built: run ../shared/lab/pulumi/build');
    return suite.skip();
  }
  const root = mkdtempSync(join(tmpdir(), 'capi-fleet-project-'));
  const [folder, backend, home] = ['fleet', 'backend', 'home'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [folder, backend, home]) mkdirSync(path);
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(folder, 'fleet.ts'), PROGRAM);
  for (const stack of ['cloud-cloud', 'a', 'b']) {
    const config = 'config:\n  capi-fleet:preflight: "false"\n';
    writeFileSync(join(folder, `Pulumi.${stack}.yaml`), config);
  }
  const env = {
    ...process.env,
    PATH: [pulumiBin(), process.env.PATH].join(delimiter),
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: `file://${backend}`,
    PULUMI_CONFIG_PASSPHRASE: 'lab',
    KUBECONFIG: join(root, 'none'),
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
  };
  const main = join(ROOT, 'lib/cli/main.ts');
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  return {
    folder,
    backend,
    start: (args, variables = {}) =>
      run(process.execPath, ['--import', tsx, main, ...args, 'fleet.ts'], folder, {
        ...env,
        ...variables,
      }),
    pulumi: (...args) => run('pulumi', [...args, '--non-interactive'], folder, env),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): RunningCommand {
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    printed.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    printed.stderr += String(chunk);
  });
  const ended = new Promise<Awaited<RunningCommand['ended']>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...printed }));
  });
  return { process: child, printed, ended };
}
