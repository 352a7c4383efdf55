import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expiriesOf } from '../lib/assembly/credential-expiries';
import { countText, mistakesText } from '../lib/assembly/mistakes-text';
import type { AssembledCluster } from '../lib/assembly/model';
import type { RequiredSecret } from '../lib/assembly/required-secret';
import { requiredSecrets } from '../lib/assembly/required-secrets';
import { type Issue, ValidationError } from '../lib/base/errors';
import { maskedData } from '../lib/base/masking/mask';
import { TimeSpent, withTimes } from '../lib/base/time-spent';
import { makeFolder } from '../lib/files/make-folder';
import { replaceFile, USUAL_MODE } from '../lib/files/replace-file';
import { hasUnreported, setAllReported, unreportedIssues } from '../lib/input/refusals';
import type { FleetPlan } from '../lib/openstack/plan/fleet-plan';
import { planJson } from '../lib/openstack/plan/plan-json';
import { emitDocuments } from '../lib/output/emit-yaml';
import type { FleetImages } from '../lib/output/fleet-images';
import { imagesTable } from '../lib/output/images-table';
import { PartlyWrittenError, withDiskMistakes } from '../lib/output/output-mistakes';
import { profileText } from '../lib/output/profile-text';
import { secretsJson } from '../lib/output/secrets-json';
import type { FleetCommand } from '../lib/provision/fleet-command';
import { SelectionError } from '../lib/provision/selection';
import type { StackOutputs } from '../lib/provision/stack-outputs';
import {
  MISTAKES_FILE,
  mistakeDocuments,
  mistakePaths,
  PATHS_FILE,
} from '../lib/validation/mistakes-file';
import { reportFolder } from '../lib/validation/settings';

/** Runs the end of a program; mistakes are printed on the standard error stream, and the exit code is then 1. */
export function withMistakesPrinted<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof ValidationError && isLeftToPlugin(error.issues)) return undefined;
    process.stderr.write(`${mistakeText(error)}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

function mistakeText(error: unknown): string {
  if (error instanceof SelectionError) return error.optionMessage;
  if (!(error instanceof ValidationError)) throw error;
  const isPartly = error instanceof PartlyWrittenError;
  return mistakesText(error.issues, isPartly ? 'the tree was written in part' : undefined);
}

let watched = false;

/**
 * Prints mistakes that nobody was told of when a program ends before its `run()`, be it without one or by an error of its
 * own, which Node then prints as always.
 */
export function printLeftMistakes(): void {
  if (watched) return;
  watched = true;
  process.on('uncaughtExceptionMonitor', printUnreported);
  process.once('beforeExit', () => {
    // Values that no construct has taken may be meant for nothing, as there is no fleet that is incomplete.
    if (hasUnreported()) printUnreported();
  });
}

function printUnreported(): void {
  const issues = unreportedIssues();
  if (issues.length === 0) return;
  setAllReported();
  process.stderr.write(`${mistakesText(issues)}\n`);
  process.exitCode = 1;
}

/** Hands mistakes to the validation plugin, where `cdk8s synth` will run it; tells whether it will. */
function isLeftToPlugin(issues: readonly Issue[]): boolean {
  const folder = reportFolder(process.env, process.cwd());
  if (folder === undefined) return false;
  if (!isReported(folder, issues)) return false;
  process.stderr.write(`${countText(issues)}\n`);
  return true;
}

/** Writes the files that the plugin reads; tells whether that was possible. */
function isReported(folder: string, issues: readonly Issue[]): boolean {
  try {
    withDiskMistakes(folder, () => {
      makeFolder(folder);
      const documents = emitDocuments(mistakeDocuments(issues));
      replaceFile(join(folder, MISTAKES_FILE), documents, USUAL_MODE);
      replaceFile(join(folder, PATHS_FILE), mistakePaths(issues), USUAL_MODE);
    });
    return true;
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return false;
  }
}

/** Answers what the command line asks a program for. What it takes to do so is loaded only then. */
export function answer(command: FleetCommand, plan: FleetPlan): undefined {
  if (command.command === 'import') void answerImport(command, plan);
  else if (command.command === 'replaced') void answerReplaced(command, plan);
  else write(command, planJson(plan), () => printedPlan(plan));
}

/** Answers which Secrets clusters need. */
export function answerSecrets(
  command: FleetCommand,
  clusters: readonly AssembledCluster[],
): undefined {
  const secrets = clusters.flatMap(requiredSecrets);
  const expiries = clusters.flatMap(expiriesOf);
  write(command, secretsJson(secrets, expiries), () => printedSecrets(secrets));
}

function printedSecrets(secrets: readonly RequiredSecret[]): string {
  const { secretsTable } =
    require('../lib/output/secrets-table') as typeof import('../lib/output/secrets-table');
  return secretsTable(secrets);
}

/** Answers which images a fleet has. */
export function answerImages(command: FleetCommand, images: FleetImages): undefined {
  write(command, images, () => imagesTable(images));
}

async function answerImport(command: FleetCommand, plan: FleetPlan): Promise<void> {
  const { ambiguousLines, importFile, importText } =
    require('../lib/openstack/client/import-lines') as typeof import('../lib/openstack/client/import-lines');
  await answerFromClouds(async ({ findInClouds }) => {
    const existing = await findInClouds(plan, command.entries ?? {});
    write(command, importFile(plan, existing), () => importText(existing));
    if (!command.json) return;
    for (const line of ambiguousLines(existing)) process.stderr.write(`${line}\n`);
  });
}

async function answerReplaced(command: FleetCommand, plan: FleetPlan): Promise<void> {
  await answerFromClouds(async ({ findReplaced }) => {
    const kept = await findReplaced(plan, command.entries ?? {}, command.state ?? []);
    write(command, kept, () => kept.map(({ name }) => `${name}\n`).join(''));
  });
}

/** Answers with what clouds say; where one refuses, that is printed, and the exit code is 1. */
async function answerFromClouds(
  ask: (clouds: typeof import('../lib/openstack/client/find-in-clouds')) => Promise<void>,
): Promise<void> {
  try {
    await ask(
      require('../lib/openstack/client/find-in-clouds') as typeof import('../lib/openstack/client/find-in-clouds'),
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function printedPlan(plan: FleetPlan): string {
  const { planTable } =
    require('../lib/openstack/plan/plan-table') as typeof import('../lib/openstack/plan/plan-table');
  return planTable(plan);
}

function write({ json, file }: FleetCommand, data: unknown, print: () => string): void {
  const text = json ? `${JSON.stringify(maskedData(data), undefined, 2)}\n` : print();
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
}

/** Hides the parts of a fleet from Pulumi, which would take an exported one for as many outputs. */
export function showClustersAlone(fleet: object, outputs: Promise<StackOutputs>): void {
  for (const name of Object.keys(fleet)) {
    Object.defineProperty(fleet, name, { enumerable: false });
  }
  const get = () => outputs.then(({ clusters }) => clusters);
  Object.defineProperty(fleet, 'clusters', { get, enumerable: true });
}

/** Does work, and prints where its time went where `CAPI_FLEET_PROFILE` asks for it, be the work done or refused. */
export function profiled<T>(work: () => T): T {
  if (process.env.CAPI_FLEET_PROFILE !== 'true') return work();
  const times = new TimeSpent();
  try {
    return withTimes(times, work);
  } finally {
    process.stderr.write(`\n${profileText(times)}\n`);
  }
}
