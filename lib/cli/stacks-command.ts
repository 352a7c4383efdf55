import { createInterface } from 'node:readline/promises';
import { expiringWithin, expiryLines, NOTICE_DAYS } from '../cluster/model/credential-expiry';
import type { PlanJson } from '../provision/plan-json';
import {
  type Command,
  FLAG,
  LIST,
  lastOf,
  namesIn,
  type OptionValues,
  UsageError,
} from './command';
import { type FleetStack, stacksOf } from './fleet-stacks';
import { wholeFleet } from './left-stacks';
import { askProgram } from './program';
import type { StackOperation } from './stack-runner';
import { driveStacks } from './stacks-job';

const MOST_PARALLEL = 64;
const USUAL_PARALLEL = 4;

/** Does something with all stacks of a fleet, or with some. */
export function stacksCommand(operation: StackOperation): Command {
  return {
    options: {
      cluster: LIST,
      cloud: LIST,
      parallel: LIST,
      ...(operation === 'destroy' ? { stack: LIST } : {}),
      ...(operation === 'preview' ? {} : { yes: FLAG }),
    },

    async run(program, values) {
      const parallel = parallelOf(lastOf(values, 'parallel'));
      const asks = operation === 'destroy' && values.yes === undefined;
      if (asks && !process.stdin.isTTY) {
        throw new UsageError('destroy asks before it deletes: add --yes where nobody can answer');
      }
      const leftNames = leftNamesIn(values);
      const plan = await planOf(program);
      if (plan === undefined) return 1;
      const stacks = leftNames.length > 0 ? [] : wantedStacks(plan, values);
      const names = [...stacks.map(({ name }) => name), ...leftNames];
      if (asks && names.length > 0 && !(await isConfirmed(names))) {
        process.stderr.write('nothing was destroyed\n');
        return 1;
      }
      const job = { program, operation, parallel, stacks, leftNames, fleet: wholeFleet(plan) };
      const code = await driveStacks(job);
      if (names.length === 0) {
        process.stderr.write('nothing is made for these clouds and clusters\n');
      }
      return code;
    },
  };
}

/** Stacks of clusters that left the fleet, which are named alone. */
function leftNamesIn(values: OptionValues): readonly string[] {
  const names = namesIn(values, 'stack');
  const others = [...namesIn(values, 'cluster'), ...namesIn(values, 'cloud')];
  if (names.length === 0 || others.length === 0) return names;
  throw new UsageError('--stack names stacks that left the fleet: leave out --cluster and --cloud');
}

async function planOf(program: string): Promise<PlanJson | undefined> {
  const answer = await askProgram(program, { command: 'plan', json: true, selection: {} });
  if (answer === undefined) return undefined;
  const plan = JSON.parse(answer) as PlanJson;
  tellOfExpiries(plan);
  return plan;
}

function wantedStacks(plan: PlanJson, values: OptionValues): readonly FleetStack[] {
  return stacksOf(plan, {
    clusters: namesIn(values, 'cluster'),
    clouds: namesIn(values, 'cloud'),
  });
}

/** Tells of credentials that expire soon, of the whole fleet: whoever does something with it should know. */
function tellOfExpiries({ clusters }: PlanJson): void {
  const now = new Date();
  const expiries = clusters.flatMap((cluster) => cluster.expiries ?? []);
  const expiring = expiringWithin(expiries, NOTICE_DAYS, now);
  for (const line of expiryLines(expiring, now)) process.stderr.write(`${line}\n`);
}

function parallelOf(text: string | undefined): number {
  const parallel = Number(text ?? USUAL_PARALLEL);
  if (Number.isInteger(parallel) && parallel >= 1 && parallel <= MOST_PARALLEL) return parallel;
  throw new UsageError(
    `--parallel is ${JSON.stringify(text)}: it takes an integer from 1 to ${MOST_PARALLEL}`,
  );
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
