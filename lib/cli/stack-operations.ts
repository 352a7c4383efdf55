import type { DestroyOptions, Stack, UpOptions } from '@pulumi/pulumi/automation';
import { EngineSteps } from './engine-steps';
import { PreviewError, type StackOutcome } from './stack-runner';

/** Signal and output of an operation. */
export interface Following {
  /** Signal to stop after the current steps. */
  readonly signal: AbortSignal;
  /** Called with each line that Pulumi prints. */
  readonly onLine: (line: string) => void;
}

/**
 * Previews an update.
 *
 * @throws PreviewError with the changes that it found before it failed.
 */
export async function previewStack(stack: Stack, { signal }: Following): Promise<StackOutcome> {
  const watched = new EngineSteps();
  try {
    const { changeSummary } = await stack.preview({
      onEvent: watched.take,
      color: 'never',
      signal,
    });
    return { changes: watched.changes(changeSummary), steps: watched.steps };
  } catch (error) {
    const { steps } = watched;
    if (!(error instanceof Error) || steps.length === 0) throw error;
    throw new PreviewError(steps, error);
  }
}

/** Updates a stack. */
export async function updateStack(stack: Stack, following: Following): Promise<StackOutcome> {
  const watched = new EngineSteps();
  const { summary } = await stack.up(optionsFor(following, watched));
  return outcomeOf(watched, summary);
}

/** Destroys a stack, or some of its resources with their dependents. */
export async function destroyStack(
  stack: Stack,
  following: Following,
  targets: readonly string[] = [],
): Promise<StackOutcome> {
  const watched = new EngineSteps();
  const some: DestroyOptions =
    targets.length === 0 ? {} : { target: [...targets], targetDependents: true };
  const { summary } = await stack.destroy({
    ...optionsFor(following, watched),
    ...some,
    refresh: true,
    runProgram: true,
  });
  return outcomeOf(watched, summary);
}

function optionsFor({ signal, onLine }: Following, watched: EngineSteps): UpOptions {
  const onOutput = (text: string) => text.split('\n').forEach(onLine);
  return { onOutput, onEvent: watched.take, color: 'never', suppressProgress: true, signal };
}

function outcomeOf(
  watched: EngineSteps,
  { resourceChanges = {} }: { readonly resourceChanges?: StackOutcome['changes'] },
): StackOutcome {
  return { changes: watched.changes(resourceChanges), steps: [], kept: watched.kept };
}
