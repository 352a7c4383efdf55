import { type ChildProcess, fork } from 'node:child_process';
import { programFile } from '../base/library-folder';
import { codeOfSignal, END_SIGNALS, signalGroup } from './child-end';
import type { FleetStack } from './fleet-stacks';
import type { WholeFleet } from './left-stacks';
import type { StackOperation } from './stack-runner';

/** What the process that drives stacks is told to do. */
export interface StacksJob {
  /** Program of the fleet. */
  readonly program: string;
  /** What is done with each stack. */
  readonly operation: StackOperation;
  /** Most stacks at a time. */
  readonly parallel: number;
  /** Stacks of the fleet that are wanted. */
  readonly stacks: readonly FleetStack[];
  /** Names of stacks of clusters that left the fleet, to be destroyed in place of the fleet's own. */
  readonly leftNames: readonly string[];
  /** What the whole fleet has. */
  readonly fleet: WholeFleet;
}

/** Message that asks the process to end what is running, and to begin with nothing else. */
export const STOP = 'stop';

/** Exit code after an interruption, as shells have it. */
export const INTERRUPTED = 130;

/**
 * Drives stacks in a process group of its own; gives the exit code.
 *
 * A terminal sends an interrupt to the whole group in front of it. Pulumi takes a second one as an order to drop what it
 * is making, so it must get exactly one, and only from us.
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
        operation === 'preview' ? '' : `run capi-fleet ${operation} again to go on, or `;
      process.stderr.write(`ending what is running; ${goesOn}interrupt again to drop it\n`);
      if (child.connected) child.send(STOP);
    } else signalGroup(child, times === 2 ? 'SIGINT' : 'SIGKILL');
  };
}
