import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';
import type { FleetStack } from './fleet-stacks';
import type { StackChanges, StackOperation, StackRunner } from './stack-runner';

/** How stacks are gone through. */
export interface RunStacksOptions {
  /** What is done with each. */
  readonly operation: StackOperation;
  /** Most stacks at a time. */
  readonly parallel: number;
  /** Takes lines for people. */
  readonly say: (line: string) => void;
  /** Clock, in milliseconds. */
  readonly now: () => number;
}

/** What became of one stack. */
export interface StackResult {
  /** Stack that was run. */
  readonly stack: FleetStack;
  /** What changed, where it went well. */
  readonly changes?: StackChanges;
  /** What went wrong. */
  readonly error?: string;
  /** Time that it took. */
  readonly seconds: number;
}

/**
 * Runs an operation over stacks, several at a time; one that fails does not stop the others.
 *
 * Clouds come before the clusters on them, and after them when everything is destroyed. Where a cloud has failed, its
 * clusters are tried all the same: they say themselves what they miss.
 */
export async function runStacks(
  stacks: readonly FleetStack[],
  runner: StackRunner,
  options: RunStacksOptions,
): Promise<readonly StackResult[]> {
  const clouds = stacks.filter(({ isCloud }) => isCloud);
  const clusters = stacks.filter(({ isCloud }) => !isCloud);
  const order = options.operation === 'destroy' ? [clusters, clouds] : [clouds, clusters];
  const results: StackResult[] = [];
  for (const wave of order) {
    const queue = [...wave];
    const work = async (): Promise<void> => {
      for (let stack = queue.shift(); stack !== undefined; stack = queue.shift()) {
        results.push(await runOne(stack, runner, options));
        sayResult(results, stacks.length, options);
      }
    };
    await Promise.all(Array.from({ length: Math.min(options.parallel, wave.length) }, work));
  }
  return results;
}

/** Table of what became of stacks, with the first lines of what went wrong. */
export function resultsText(results: readonly StackResult[]): string {
  const table = new Table({
    head: ['stack', 'created', 'updated', 'replaced', 'deleted', 'unchanged', 'seconds', ''],
    style: { head: [], border: [] },
  });
  for (const { stack, changes = {}, error, seconds } of results) {
    const numbers = ['create', 'update', 'replace', 'delete', 'same'].map(
      (key) => changes[key] ?? 0,
    );
    table.push([stack.name, ...numbers, seconds.toFixed(0), error === undefined ? '' : 'failed']);
  }
  const failures = results.flatMap(({ stack, error }) =>
    error === undefined ? [] : [`${stack.path} (stack ${stack.name}):\n${error}\n`],
  );
  return [`${table.toString()}\n`, ...failures].join('\n');
}

async function runOne(
  stack: FleetStack,
  runner: StackRunner,
  { operation, now }: RunStacksOptions,
): Promise<StackResult> {
  const began = now();
  const lines: string[] = [];
  try {
    const changes = await runner.run(stack, operation, (text) => lines.push(text));
    return { stack, changes, seconds: (now() - began) / 1000 };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { stack, error: firstErrors(message), seconds: (now() - began) / 1000 };
  }
}

const MOST_ERROR_LINES = 12;
const NOISE =
  /^(warning:|error: update failed|\d+ errors? occurred:|error: 1 error occurred:|at |\{|\}|\[|pulumi:pulumi:Stack)/;

/** What Pulumi says of errors under its heading for that, or the whole of it, without repetitions. */
function firstErrors(message: string): string {
  const plain = stripVTControlCharacters(message);
  const [, diagnostics] = plain.split(/^Diagnostics:$/m);
  const part = (diagnostics ?? plain).split(/^(?:Outputs|Resources|Duration):?/m)[0] ?? '';
  const lines = part
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !NOISE.test(line));
  return [...new Set(lines)]
    .slice(0, MOST_ERROR_LINES)
    .map((line) => `  ${line}`)
    .join('\n');
}

function sayResult(
  results: readonly StackResult[],
  total: number,
  { operation, say }: RunStacksOptions,
): void {
  const last = results.at(-1);
  if (last === undefined) return;
  const outcome = last.error === undefined ? changeText(last.changes ?? {}) : 'failed';
  say(
    `[${results.length}/${total}] ${operation} ${last.stack.name}: ${outcome}, ${last.seconds.toFixed(0)} s`,
  );
}

function changeText(changes: StackChanges): string {
  const stated = Object.entries(changes).filter(([kind]) => kind !== 'same');
  if (stated.length === 0) return 'no changes';
  return stated.map(([kind, count]) => `${kind} ${count}`).join(', ');
}
