#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { stacksOf } from './fleet-stacks';
import { askProgram, planOf, runProgram } from './program';
import { resultsText, runStacks } from './run-stacks';
import { pulumiRunner, type StackOperation, type StackRunner } from './stack-runner';
import { type CommandName, OVERVIEW, USAGES } from './usage';

/** A mistake on the command line, with exit code 2. */
class UsageError extends Error {}

const MOST_PARALLEL = 64;
const USUAL_PARALLEL = 4;

const OPTIONS = {
  only: { type: 'string', multiple: true },
  cluster: { type: 'string', multiple: true },
  cloud: { type: 'string', multiple: true },
  entry: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  parallel: { type: 'string' },
  yes: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const OPTIONS_OF: Readonly<Record<CommandName, readonly (keyof typeof OPTIONS)[]>> = {
  synth: ['only', 'help'],
  plan: ['cluster', 'cloud', 'json', 'help'],
  import: ['cluster', 'cloud', 'entry', 'json', 'help'],
  up: ['cluster', 'cloud', 'parallel', 'help'],
  preview: ['cluster', 'cloud', 'parallel', 'help'],
  destroy: ['cluster', 'cloud', 'parallel', 'yes', 'help'],
};

type Values = ReturnType<typeof parse>['values'];

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--help') return say(OVERVIEW, 0);
  if (command === undefined) return say(OVERVIEW, 2);
  if (!isCommand(command)) {
    return say(`capi-fleet: there is no command ${command}\n${OVERVIEW}`, 2);
  }
  try {
    const { values, positionals } = parse(command, args);
    if (values.help === true) return say(USAGES[command], 0);
    const [program, ...rest] = positionals;
    if (program === undefined || rest.length > 0) return say(USAGES[command], 2);
    if (!existsSync(program)) throw new UsageError(`there is no file ${program}`);
    return await run(command, program, values);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError || error instanceof TypeError;
    return say(`capi-fleet: ${message}\n${isUsage ? USAGES[command] : ''}`, isUsage ? 2 : 1);
  }
}

function parse(command: CommandName, args: readonly string[]) {
  const allowed = OPTIONS_OF[command];
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: OPTIONS,
  });
  const foreign = Object.keys(values).find((name) => allowed.every((one) => one !== name));
  if (foreign !== undefined) throw new UsageError(`${command} has no option --${foreign}`);
  return { values, positionals };
}

function run(command: CommandName, program: string, values: Values): number | Promise<number> {
  const selected = { clusters: listed(values.cluster), clouds: listed(values.cloud) };
  if (command === 'synth') {
    const only = listed(values.only);
    return runProgram(program, only.length === 0 ? {} : { CAPI_FLEET_ONLY: only.join(',') });
  }
  if (command !== 'plan' && command !== 'import') {
    return runAll(command, program, values, selected);
  }
  return askProgram(program, {
    command,
    json: values.json === true,
    entries: entriesOf(values.entry ?? []),
    selection: {
      ...(selected.clusters.length === 0 ? {} : { clusters: selected.clusters }),
      ...(selected.clouds.length === 0 ? {} : { clouds: selected.clouds }),
    },
  });
}

async function runAll(
  operation: StackOperation,
  program: string,
  values: Values,
  selected: { readonly clusters: readonly string[]; readonly clouds: readonly string[] },
): Promise<number> {
  const parallel = parallelOf(values.parallel);
  const runner = pulumiRunner(program);
  const plan = planOf(program);
  if (plan === undefined) return 1;
  const stacks = stacksOf(plan, selected);
  if (stacks.length === 0) return say('nothing is made for these clouds and clusters\n', 0);
  if (operation === 'destroy' && values.yes !== true) {
    const names = stacks.map(({ name }) => name).join(', ');
    if (!(await isConfirmed(`destroy ${stacks.length} stacks (${names})?`))) return 1;
  }
  stopOnInterrupt(runner);
  const results = await runStacks(stacks, runner, {
    operation,
    parallel,
    say: (line) => process.stderr.write(`${line}\n`),
    now: Date.now,
  });
  const failed = results.some(({ error }) => error !== undefined);
  say(`\n${resultsText(results)}`, 0);
  if (failed) process.stderr.write(`run capi-fleet ${operation} again to go on where it stopped\n`);
  return failed ? 1 : 0;
}

function parallelOf(text: string | undefined): number {
  const parallel = Number(text ?? USUAL_PARALLEL);
  if (Number.isInteger(parallel) && parallel >= 1 && parallel <= MOST_PARALLEL) return parallel;
  throw new UsageError(`--parallel is ${text}: it takes an integer from 1 to ${MOST_PARALLEL}`);
}

async function isConfirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError(`${question} Add --yes where nobody can answer`);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`${question} Type yes: `);
  prompt.close();
  return answer.trim() === 'yes';
}

/** Lets Pulumi end what it is at; a second interrupt ends at once. */
function stopOnInterrupt(runner: StackRunner): void {
  process.once('SIGINT', () => {
    process.stderr.write('stopping; run the command again to go on\n');
    process.once('SIGINT', () => process.exit(130));
    void runner.cancel();
  });
}

function entriesOf(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [cloud = '', entry = ''] = text.split('=');
      if (cloud !== '' && entry !== '') return [cloud, entry];
      throw new UsageError(`--entry is ${text}: it takes CLOUD=ENTRY`);
    }),
  );
}

function listed(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => value.split(',')).filter((name) => name !== '');
}

function isCommand(text: string): text is CommandName {
  return Object.hasOwn(USAGES, text);
}

function say(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}
