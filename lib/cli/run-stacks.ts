import { engineError } from './engine-error';
import type { FleetStack } from './fleet-stacks';
import {
  PreviewError,
  type StackOperation,
  type StackOutcome,
  type StackRunner,
  type StackStep,
} from './stack-runner';

/** Options of {@link runStacks}. */
export interface RunStacksOptions {
  /** Operation to run on each stack. */
  readonly operation: StackOperation;
  /** Maximum number of stacks at a time. */
  readonly parallel: number;
  /** Signal to start no more stacks, and to stop the running ones. */
  readonly stop: AbortSignal;
  /** Receiver of progress. */
  readonly progress: StackProgress;
  /** Clock, in milliseconds. */
  readonly now: () => number;
}

/** Receiver of progress. */
export interface StackProgress {
  /** Called when a stack starts. */
  began(stack: FleetStack): void;
  /** Called with each line that Pulumi prints about a stack. */
  line(stack: FleetStack, text: string): void;
  /** Called when a stack has ended. */
  ended(result: StackResult): void;
  /** Called when all stacks have ended. */
  close(): void;
}

/** Result of one stack. */
export interface StackResult {
  /** Stack that was run. */
  readonly stack: FleetStack;
  /** Whether it succeeded, failed, or was stopped while running or before it started. */
  readonly state: 'done' | 'failed' | 'interrupted' | 'left out';
  /** Changes, if it succeeded. */
  readonly outcome?: StackOutcome;
  /** Error, if it failed. */
  readonly error?: string;
  /** Changes that a failed preview found. */
  readonly steps?: readonly StackStep[];
  /** Duration. */
  readonly seconds: number;
}

/**
 * Runs an operation on stacks, several at a time; a failed stack does not stop the others.
 *
 * Clouds come before their clusters, or after them when stacks are destroyed. If a cloud fails, its clusters are tried
 * anyway and report what they lack.
 *
 * @returns Results in the order of the stacks.
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
  // Each stack has its own signal, because Node warns about many listeners on one.
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
