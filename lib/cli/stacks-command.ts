import { createInterface } from 'node:readline/promises';
import { expiringWithin, expiryLines, NOTICE_DAYS } from '../model/credential-expiry';
import type { PlanJson } from '../plan/plan-json';
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
      ...(operation === 'preview' ? {} : { yes: FLAG }),
    },

    async run(program, values) {
      const parallel = parallelOf(lastOf(values, 'parallel'));
      const asks = operation === 'destroy' && values.yes === undefined;
      if (asks && !process.stdin.isTTY) {
        throw new UsageError('destroy asks before it deletes: add --yes where nobody can answer');
      }
      const stacks = await wantedStacks(program, values);
      if (stacks === undefined) return 1;
      if (stacks.length === 0) {
        process.stderr.write('nothing is made for these clouds and clusters\n');
        return 0;
      }
      if (asks && !(await isConfirmed(stacks))) {
        process.stderr.write('nothing was destroyed\n');
        return 1;
      }
      return driveStacks({ program, operation, parallel, stacks });
    },
  };
}

async function wantedStacks(
  program: string,
  values: OptionValues,
): Promise<readonly FleetStack[] | undefined> {
  const answer = await askProgram(program, { command: 'plan', json: true, selection: {} });
  if (answer === undefined) return undefined;
  const plan = JSON.parse(answer) as PlanJson;
  tellOfExpiries(plan);
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

async function isConfirmed(stacks: readonly FleetStack[]): Promise<boolean> {
  const names = stacks.map(({ name }) => name).join(', ');
  const which = stacks.length === 1 ? '1 stack' : `${stacks.length} stacks`;
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => prompt.once('close', () => resolve('')));
  const answered = prompt.question(`destroy ${which} (${names})? Type yes: `);
  const answer = await Promise.race([answered, ended]);
  prompt.close();
  return answer.trim() === 'yes';
}
