import { maskedData } from '../base/masking/mask';
import { plainTable } from '../base/plain-table';
import type { StackResult } from './run-stacks';
import type { StackOperation, StackStep } from './stack-runner';

/** Columns of the table, with the operations of Pulumi that they count. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  created: ['create', 'import'],
  updated: ['update'],
  replaced: ['replace'],
  deleted: ['delete'],
  unchanged: ['same'],
};

/** Results as text: changes found by previews, a table of the stacks, and errors. */
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

/** Version of the JSON of results; it increases when fields are removed or change their meaning. */
const RESULTS_VERSION = 1;

/** Machine-readable results. */
export function resultsJson(results: readonly StackResult[]): string {
  const stacks = results.map(
    ({ stack, state, outcome, error, seconds, steps = outcome?.steps }) => ({
      stack: stack.name,
      path: stack.path,
      state,
      seconds: Math.round(seconds),
      ...(outcome && { changes: outcome.changes }),
      ...(outcome?.kept && { kept: outcome.kept }),
      ...(steps && { steps }),
      ...(error !== undefined && { error }),
    }),
  );
  const json = { version: RESULTS_VERSION, stacks: maskedData(stacks) };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** Line with the number of unfinished stacks and how to continue. */
export function unfinishedText(count: number, operation: StackOperation): string {
  const stacks = count === 1 ? '1 stack' : `${count} stacks`;
  if (operation === 'preview') return `${stacks} could not be previewed; nothing was changed`;
  const are = count === 1 ? 'is' : 'are';
  return `${stacks} ${are} not finished; run capi-fleet ${operation} again to continue`;
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
