import { type ChildProcess, fork } from 'node:child_process';
import { programFile } from '../base/library-folder';
import { codeOfSignal, END_SIGNALS, signalGroup } from './child-end';
import type { FleetStack } from './fleet-stacks';
import type { WholeFleet } from './left-stacks';
import type { StackOperation } from './stack-runner';

/** Job of the process that runs stacks. */
export interface StacksJob {
  /** Program of the fleet. */
  readonly program: string;
  /** Operation to run on each stack. */
  readonly operation: StackOperation;
  /** Maximum number of stacks at a time. */
  readonly parallel: number;
  /** Selected stacks of the fleet. */
  readonly stacks: readonly FleetStack[];
  /** Names of stacks of clusters that left the fleet, to be destroyed instead of those of the fleet. */
  readonly leftNames: readonly string[];
  /** Clusters, clouds and stacks of the whole fleet. */
  readonly fleet: WholeFleet;
  /** Whether to print the results as JSON. */
  readonly json: boolean;
}

/** Message to start no more stacks, and to stop the running ones. */
export const STOP = 'stop';

/** Exit code that shells use after an interrupt. */
export const INTERRUPTED = 130;

/**
 * Runs stacks in a separate process group; returns the exit code.
 *
 * A terminal sends an interrupt to the whole foreground group. Pulumi aborts its running operations at the second
 * interrupt, so it must get exactly one, and only from this process.
 */
export function driveStacks(job: StacksJob): Promise<number> {
  const child = fork(programFile('lib/cli/stacks-process'), [], {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let ended: NodeJS.Signals = 'SIGINT';
  const onInterrupt = interrupter(child, job.operation);
  const interrupt = (signal: NodeJS.Signals) => {
    ended = signal;
    onInterrupt();
  };
  for (const signal of END_SIGNALS) process.on(signal, interrupt);
  child.send(job);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of END_SIGNALS) process.off(signal, interrupt);
      resolve(code === null || code === INTERRUPTED ? codeOfSignal(ended) : code);
    });
  });
}

function interrupter(child: ChildProcess, operation: StackOperation): () => void {
  let times = 0;
  return () => {
    times += 1;
    if (times === 1) {
      const goesOn =
        operation === 'preview' ? '' : `run capi-fleet ${operation} again to continue, or `;
      process.stderr.write(`stopping the running operations; ${goesOn}interrupt again to abort\n`);
      if (child.connected) child.send(STOP);
    } else signalGroup(child, times === 2 ? 'SIGINT' : 'SIGKILL');
  };
}
