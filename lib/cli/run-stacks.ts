import { engineError } from './engine-error';
import type { FleetStack } from './fleet-stacks';
import {
  PreviewError,
  type StackOperation,
  type StackOutcome,
  type StackRunner,
  type StackStep,
} from './stack-runner';

/** How stacks are gone through. */
export interface RunStacksOptions {
  /** What is done with each. */
  readonly operation: StackOperation;
  /** Most stacks at a time. */
  readonly parallel: number;
  /** Asks to begin with no more stacks, and to end those that are running. */
  readonly stop: AbortSignal;
  /** Told what happens meanwhile. */
  readonly progress: StackProgress;
  /** Clock, in milliseconds. */
  readonly now: () => number;
}

/** Told how it goes. */
export interface StackProgress {
  /** A stack begins. */
  began(stack: FleetStack): void;
  /** Pulumi prints a line about a stack. */
  line(stack: FleetStack, text: string): void;
  /** A stack is done with. */
  ended(result: StackResult): void;
  /** All are done with. */
  close(): void;
}

/** What became of one stack. */
export interface StackResult {
  /** Stack that was run. */
  readonly stack: FleetStack;
  /** Whether it went well, failed, or was stopped in the middle or before it began. */
  readonly state: 'done' | 'failed' | 'interrupted' | 'left out';
  /** What changed, where it went well. */
  readonly outcome?: StackOutcome;
  /** What went wrong. */
  readonly error?: string;
  /** Resources that would change, as far as a preview found out that failed. */
  readonly steps?: readonly StackStep[];
  /** Time that it took. */
  readonly seconds: number;
}

/**
 * Runs an operation over stacks, several at a time; one that fails does not stop the others.
 *
 * Clouds come before the clusters on them, and after them when everything is destroyed. Where a cloud has failed, its
 * clusters are tried all the same: they say themselves what they miss.
 *
 * @returns What became of each, in the order of the stacks.
 */
export async function runStacks(
  stacks: readonly FleetStack[],
  runner: StackRunner,
  options: RunStacksOptions,
): Promise<readonly StackResult[]> {
  const clouds = stacks.filter(({ isCloud }) => isCloud);
  const clusters = stacks.filter(({ isCloud }) => !isCloud);
  const results = new Map<FleetStack, StackResult>();
  for (const wave of options.operation === 'destroy' ? [clusters, clouds] : [clouds, clusters]) {
    const queue = [...wave];
    const work = async (): Promise<void> => {
      for (let stack = next(queue, options); stack !== undefined; stack = next(queue, options)) {
        options.progress.began(stack);
        const result = await runOne(stack, runner, options);
        results.set(stack, result);
        options.progress.ended(result);
      }
    };
    await Promise.all(Array.from({ length: Math.min(options.parallel, wave.length) }, work));
  }
  options.progress.close();
  return stacks.map((stack) => results.get(stack) ?? { stack, state: 'left out', seconds: 0 });
}

function next(queue: FleetStack[], { stop }: RunStacksOptions): FleetStack | undefined {
  return stop.aborted ? undefined : queue.shift();
}

async function runOne(
  stack: FleetStack,
  runner: StackRunner,
  { operation, stop, progress, now }: RunStacksOptions,
): Promise<StackResult> {
  const began = now();
  const seconds = () => (now() - began) / 1000;
  // A signal for each stack, as Node warns of many listeners at one.
  const one = new AbortController();
  const pass = () => one.abort();
  stop.addEventListener('abort', pass);
  try {
    const onLine = (text: string) => progress.line(stack, text);
    const outcome = await runner.run(stack, operation, one.signal, onLine);
    return { stack, state: 'done', outcome, seconds: seconds() };
  } catch (error) {
    if (stop.aborted) return { stack, state: 'interrupted', seconds: seconds() };
    const message = error instanceof Error ? error.message : String(error);
    return {
      stack,
      state: 'failed',
      error: engineError(message),
      seconds: seconds(),
      ...(error instanceof PreviewError && { steps: error.steps }),
    };
  } finally {
    stop.removeEventListener('abort', pass);
  }
}
