import { plainTable } from '../base/plain-table';
import type { StackResult } from './run-stacks';
import type { StackOperation, StackStep } from './stack-runner';

/** Columns of the table, with what Pulumi calls the operations that they count. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  created: ['create', 'import'],
  updated: ['update'],
  replaced: ['replace'],
  deleted: ['delete'],
  unchanged: ['same'],
};

/** Table of what became of stacks, below what would change in them and above what went wrong. */
export function resultsText(results: readonly StackResult[]): string {
  const table = plainTable({
    head: ['stack', ...Object.keys(COLUMNS), 'seconds', ''],
    rows: results.map(({ stack, state, outcome, seconds }) => [
      stack.name,
      ...Object.values(COLUMNS).map((operations) =>
        outcome === undefined ? '' : count(outcome.changes, operations),
      ),
      Math.round(seconds),
      state === 'done' ? '' : state,
    ]),
  });
  const steps = results.flatMap(({ stack, outcome, steps: found = outcome?.steps ?? [] }) =>
    found.length === 0 ? [] : [`${stack.path} (stack ${stack.name}):\n${stepLines(found)}\n`],
  );
  const failures = results.flatMap(({ stack, error }) =>
    error === undefined ? [] : [`${stack.path} (stack ${stack.name}):\n${error}\n`],
  );
  const kept = results.flatMap(({ stack, outcome }) =>
    outcome?.kept === undefined || outcome.kept.length === 0
      ? []
      : [`stack ${stack.name} leaves behind, on purpose: ${outcome.kept.join(', ')}\n`],
  );
  return [...steps, `${table}\n`, ...kept, ...failures].join('\n');
}

/** Line that says how many stacks an operation was not done with, and what to do about them. */
export function unfinishedText(count: number, operation: StackOperation): string {
  const stacks = count === 1 ? '1 stack' : `${count} stacks`;
  if (operation === 'preview') return `${stacks} could not be previewed; nothing was changed`;
  const are = count === 1 ? 'is' : 'are';
  return `${stacks} ${are} not done; run capi-fleet ${operation} again to go on where it stopped`;
}

function count(
  changes: Readonly<Partial<Record<string, number>>>,
  operations: readonly string[],
): number {
  return operations.reduce((sum, operation) => sum + (changes[operation] ?? 0), 0);
}

function stepLines(steps: readonly StackStep[]): string {
  const width = Math.max(...steps.map(({ kind }) => kind.length));
  return [...steps]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ operation, kind, name, differing, use }) => {
      const what = differing.length === 0 ? '' : `: ${differing.join(', ')}`;
      const loss = use === undefined ? '' : `  ! ${use}`;
      return `  ${operation.padEnd(8)}${kind.padEnd(width)}  ${name}${what}${loss}`;
    })
    .join('\n');
}
