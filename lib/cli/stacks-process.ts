import { masked } from '../masking/mask';
import { pulumiRunner } from './pulumi-runner';
import { resultsText, unfinishedText } from './results-text';
import { runStacks, type StackResult } from './run-stacks';
import { stackProgress } from './stack-progress';
import type { StackOperation } from './stack-runner';
import { INTERRUPTED, STOP, type StacksJob } from './stacks-job';

const stop = new AbortController();

process.once('message', (job) => {
  // The process that starts this one sends what it is typed to send.
  void drive(job as StacksJob).then((code) => {
    process.exitCode = code;
    if (process.connected) process.disconnect();
  });
});
process.on('message', (message) => {
  if (message === STOP) stop.abort();
});
process.on('disconnect', () => stop.abort());
process.on('SIGINT', () => {
  // It is for the Pulumi commands of the group; their results are still told.
});

async function drive({ program, operation, parallel, stacks }: StacksJob): Promise<number> {
  try {
    const runner = await pulumiRunner(program);
    const results = await runStacks(stacks, runner, {
      operation,
      parallel,
      stop: stop.signal,
      progress: stackProgress(operation, stacks.length, process.stderr),
      now: Date.now,
    });
    await runner.end();
    process.stdout.write(`${resultsText(results)}`);
    return endOf(results, operation);
  } catch (error) {
    process.stderr.write(
      `capi-fleet: ${masked(error instanceof Error ? error.message : String(error))}\n`,
    );
    return 1;
  }
}

function endOf(results: readonly StackResult[], operation: StackOperation): number {
  const unfinished = results.filter(({ state }) => state !== 'done').length;
  if (unfinished === 0) return 0;
  process.stderr.write(`${unfinishedText(unfinished, operation)}\n`);
  return results.some(({ state }) => state === 'failed') ? 1 : INTERRUPTED;
}
