import { join } from 'node:path';
import { countText, mistakesText } from '../lib/assembly/mistakes-text';
import { type Issue, ValidationError } from '../lib/base/errors';
import { TimeSpent, withTimes } from '../lib/base/time-spent';
import { makeFolder } from '../lib/files/make-folder';
import { replaceFile, USUAL_MODE } from '../lib/files/replace-file';
import { hasUnreported, setAllReported, unreportedIssues } from '../lib/input/refusals';
import { emitDocuments } from '../lib/output/emit-yaml';
import { PartlyWrittenError, withDiskMistakes } from '../lib/output/output-mistakes';
import { profileText } from '../lib/output/profile-text';
import { fleetCommand } from '../lib/provision/fleet-command';
import { SelectionError } from '../lib/provision/selection';
import type { StackOutputs } from '../lib/provision/stack-outputs';
import {
  MISTAKES_FILE,
  mistakeDocuments,
  mistakePaths,
  PATHS_FILE,
} from '../lib/validation/mistakes-file';
import { reportFolder } from '../lib/validation/settings';

/** Runs the end of a program; prints mistakes to standard error, and sets exit code 1 for them. */
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
  return mistakesText(error.issues, isPartly ? 'only a part of the tree was written' : undefined);
}

let watched = false;
let used = false;

/** Notes that a program did something with a fleet, so that it did not forget to run it. */
export function noteUse(): void {
  used = true;
}

/**
 * Prints unreported mistakes when a program ends without calling `run()`, or with an error of its own, which Node
 * prints as usual; a program that never uses its fleet is a mistake as well.
 */
export function printLeftMistakes(): void {
  if (watched) return;
  watched = true;
  process.on('uncaughtExceptionMonitor', printUnreported);
  process.once('beforeExit', () => {
    // Values that no construct uses may be unintended, but without other mistakes no fleet is incomplete.
    if (hasUnreported()) printUnreported();
    else if (!used && isProgram(process.argv[1], process.env)) printNeverRun();
  });
}

/** Tells whether this process runs a program of a user's, as opposed to a test runner or another tool. */
export function isProgram(main: string | undefined, environment: NodeJS.ProcessEnv): boolean {
  if (main === undefined || /[\\/]node_modules[\\/]/.test(main)) return false;
  return environment.NODE_TEST_CONTEXT === undefined && fleetCommand(environment) === undefined;
}

function printNeverRun(): void {
  process.stderr.write(
    'Fleet: the program ends without running it\n  allowed: a program that ends in fleet.run()\n' +
      '  fix: call run() on the Fleet at its end\n',
  );
  process.exitCode = 1;
}

function printUnreported(): void {
  const issues = unreportedIssues();
  if (issues.length === 0) return;
  setAllReported();
  process.stderr.write(`${mistakesText(issues)}\n`);
  process.exitCode = 1;
}

/** Passes mistakes to the validation plugin if `cdk8s synth` will run it; tells whether it will. */
function isLeftToPlugin(issues: readonly Issue[]): boolean {
  const folder = reportFolder(process.env, process.cwd());
  if (folder === undefined) return false;
  if (!isReported(folder, issues)) return false;
  process.stderr.write(`${countText(issues)}\n`);
  return true;
}

/** Writes the files that the plugin reads; tells whether this succeeded. */
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

/** Hides the parts of a fleet from Pulumi, which would export each of them as an output. */
export function showClustersAlone(fleet: object, outputs: Promise<StackOutputs>): void {
  for (const name of Object.keys(fleet)) {
    Object.defineProperty(fleet, name, { enumerable: false });
  }
  const get = () => outputs.then(({ clusters }) => clusters);
  Object.defineProperty(fleet, 'clusters', { get, enumerable: true });
}

/** Runs work and prints its timings if `CAPI_FLEET_PROFILE` is set, even if the work throws. */
export function profiled<T>(work: () => T): T {
  if (process.env.CAPI_FLEET_PROFILE !== 'true') return work();
  const times = new TimeSpent();
  try {
    return withTimes(times, work);
  } finally {
    process.stderr.write(`\n${profileText(times)}\n`);
  }
}
