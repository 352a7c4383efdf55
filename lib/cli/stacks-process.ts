import { masked } from '../base/masking/mask';
import { type FleetStack, type LeftStack, stackOf } from './fleet-stacks';
import { leftLine } from './left-stacks';
import { pulumiRunner } from './pulumi-runner';
import { resultsJson, resultsText, unfinishedText } from './results-text';
import { runStacks, type StackResult } from './run-stacks';
import { stackProgress } from './stack-progress';
import type { StackOperation } from './stack-runner';
import { INTERRUPTED, STOP, type StacksJob } from './stacks-job';

const stop = new AbortController();

process.once('message', (job) => {
  // The parent process only sends jobs of this type.
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
  // The signal is meant for the Pulumi commands of the group; their results are still printed.
});

async function drive(job: StacksJob): Promise<number> {
  const { program, operation, parallel } = job;
  try {
    const runner = await pulumiRunner(program);
    const stacks = wantedStacks(job, await runner.left(job.fleet));
    const results = await runStacks(stacks, runner, {
      operation,
      parallel,
      stop: stop.signal,
      progress: stackProgress(operation, stacks.length, process.stderr),
      now: Date.now,
    });
    await runner.end();
    process.stdout.write(job.json ? resultsJson(results) : resultsText(results));
    return endOf(results, operation);
  } catch (error) {
    process.stderr.write(
      `capi-fleet: ${masked(error instanceof Error ? error.message : String(error))}\n`,
    );
    return 1;
  }
}

/** Stacks to run; those of clusters that left the fleet are only reported unless they are selected. */
function wantedStacks(
  { stacks, leftNames }: StacksJob,
  left: readonly LeftStack[],
): readonly FleetStack[] {
  if (leftNames.length === 0) {
    for (const one of left) process.stderr.write(`${leftLine(one)}\n`);
    return stacks;
  }
  return leftNames.map((name) => {
    const found = left.find((one) => one.name === name);
    if (found !== undefined) return stackOf(found);
    const known = left.map((one) => one.name).join(', ');
    throw new Error(
      `--stack is ${JSON.stringify(name)}, which holds no resources of a cluster that left the fleet\n` +
        `  allowed: ${known === '' ? 'none; no cluster left the fleet' : known}\n` +
        '  fix: select clusters of the fleet with --cluster',
    );
  });
}

function endOf(results: readonly StackResult[], operation: StackOperation): number {
  const unfinished = results.filter(({ state }) => state !== 'done').length;
  if (unfinished === 0) return 0;
  process.stderr.write(`${unfinishedText(unfinished, operation)}\n`);
  return results.some(({ state }) => state === 'failed') ? 1 : INTERRUPTED;
}
