import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import { expiringWithin, expiryLines, NOTICE_DAYS } from '../cluster/model/credential-expiry';
import type { PlanJson } from '../provision/plan-json';
import {
  type End,
  integerBetween,
  jsonOption,
  namesOption,
  newCommand,
  programArgument,
  programOf,
  type SelectionOptions,
  selectionOptions,
  UsageError,
} from './command';
import { type FleetStack, stacksOf } from './fleet-stacks';
import { wholeFleet } from './left-stacks';
import { askForText } from './program';
import type { StackOperation } from './stack-runner';
import { driveStacks } from './stacks-job';

const MOST_PARALLEL = 64;
const USUAL_PARALLEL = 4;

const SUMMARIES: Readonly<Record<StackOperation, string>> = {
  up: 'provision what the fleet needs in its clouds',
  preview: 'show what up would change, resource by resource',
  destroy: 'delete what up provisioned; delete the Cluster objects first',
};

const NOTES = `
A fleet has one stack per cloud that has resources of its own, and one per cluster. A stack that fails does not stop the
others. An interrupt (Ctrl-C) lets running operations finish and starts no others; run the command again to go on.`;

interface StacksOptions extends SelectionOptions {
  readonly parallel: number;
  readonly stack?: readonly string[];
  readonly yes?: true;
  readonly json?: true;
}

/** Runs an operation on all stacks of a fleet, or on some. */
export function stacksCommand(end: End, operation: StackOperation): Command {
  const command = newCommand(operation, SUMMARIES[operation]).addArgument(programArgument());
  selectionOptions(command, 'only the stacks of').addOption(
    new Option('--parallel <number>', `number of stacks at a time, from 1 to ${MOST_PARALLEL}`)
      .default(USUAL_PARALLEL)
      .argParser(integerBetween(1, MOST_PARALLEL)),
  );
  if (operation === 'destroy') {
    command.addOption(
      namesOption(
        '--stack <names>',
        'stacks of clusters that left the fleet, instead of those of the fleet',
        'none',
      ),
    );
  }
  if (operation !== 'preview') {
    command.option(
      '--yes',
      operation === 'up' ? 'accepted as by pulumi up, which up never asks for' : 'do not ask',
    );
  }
  return command
    .addOption(jsonOption('print the results as JSON'))
    .addHelpText('after', NOTES)
    .action(async (named: string | undefined, options: StacksOptions) => {
      end(await runOperation(programOf(named), operation, options));
    });
}

async function runOperation(
  program: string,
  operation: StackOperation,
  options: StacksOptions,
): Promise<number> {
  const { parallel } = options;
  const asks = operation === 'destroy' && options.yes === undefined;
  if (asks && !process.stdin.isTTY) {
    throw new UsageError('destroy asks before it deletes: add --yes where nobody can answer');
  }
  const leftNames = leftNamesIn(options);
  const plan = await planOf(program);
  if (plan === undefined) return 1;
  const stacks = leftNames.length > 0 ? [] : wantedStacks(plan, options);
  const names = [...stacks.map(({ name }) => name), ...leftNames];
  if (asks && names.length > 0 && !(await isConfirmed(names))) {
    process.stderr.write('nothing was destroyed\n');
    return 1;
  }
  const fleet = wholeFleet(plan);
  const json = options.json === true;
  const code = await driveStacks({ program, operation, parallel, stacks, leftNames, fleet, json });
  if (names.length === 0) {
    process.stderr.write('these clouds and clusters need nothing provisioned\n');
  }
  return code;
}

/** Stacks of clusters that left the fleet, which no other selection goes with. */
function leftNamesIn({ stack = [], cluster, cloud }: StacksOptions): readonly string[] {
  if (stack.length === 0 || cluster.length + cloud.length === 0) return stack;
  throw new UsageError('--stack names stacks that left the fleet: remove --cluster and --cloud');
}

async function planOf(program: string): Promise<PlanJson | undefined> {
  const answer = await askForText(program, { command: 'plan', json: true, selection: {} });
  if (answer === undefined) return undefined;
  const plan = JSON.parse(answer) as PlanJson;
  warnOfExpiries(plan);
  return plan;
}

function wantedStacks(plan: PlanJson, { cluster, cloud }: StacksOptions): readonly FleetStack[] {
  return stacksOf(plan, { clusters: cluster, clouds: cloud });
}

/** Warns about credentials of the whole fleet that expire soon, whichever part of it the command is about. */
function warnOfExpiries({ clusters }: PlanJson): void {
  const now = new Date();
  const expiries = clusters.flatMap((cluster) => cluster.expiries ?? []);
  const expiring = expiringWithin(expiries, NOTICE_DAYS, now);
  for (const line of expiryLines(expiring, now)) process.stderr.write(`${line}\n`);
}

async function isConfirmed(names: readonly string[]): Promise<boolean> {
  const which = names.length === 1 ? '1 stack' : `${names.length} stacks`;
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => prompt.once('close', () => resolve('')));
  const answered = prompt.question(`destroy ${which} (${names.join(', ')})? Type yes: `);
  const answer = await Promise.race([answered, ended]);
  prompt.close();
  return answer.trim() === 'yes';
}
