import type { FleetStack, LeftStack } from './fleet-stacks';
import type { WholeFleet } from './left-stacks';

/** Operation on stacks. */
export type StackOperation = 'up' | 'preview' | 'destroy';

/** Result of an operation on a stack. */
export interface StackOutcome {
  /** Number of resources per operation. */
  readonly changes: Readonly<Partial<Record<string, number>>>;
  /** Changes that a preview found. */
  readonly steps: readonly StackStep[];
  /** Resources that left the stack but stay in the cloud, on purpose. */
  readonly kept?: readonly string[];
}

/** Error of a failed preview, with the changes that it found. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';

  constructor(
    readonly steps: readonly StackStep[],
    cause: Error,
  ) {
    super(cause.message, { cause });
  }
}

/** Change of a resource. */
export interface StackStep {
  /** Operation, such as `create`. */
  readonly operation: string;
  /** Kind of the resource, such as `Network`. */
  readonly kind: string;
  /** Name of the resource, a construct path. */
  readonly name: string;
  /** Arguments that differ. */
  readonly differing: readonly string[];
  /** What a running cluster loses when the resource is deleted or replaced; absent if nothing. */
  readonly use?: string;
}

/** Runner of operations on single stacks. */
export interface StackRunner {
  /**
   * Runs an operation; rejects with the output of Pulumi if it fails.
   *
   * @param stop Signal to stop after the current steps.
   * @param onLine Called with each line that Pulumi prints.
   */
  run(
    stack: FleetStack,
    operation: StackOperation,
    stop: AbortSignal,
    onLine: (line: string) => void,
  ): Promise<StackOutcome>;
  /** Stacks of the project with resources of clusters or clouds that need none anymore. */
  left(fleet: WholeFleet): Promise<readonly LeftStack[]>;
  /** Ends the work, and restores the selected stack. */
  end(): Promise<void>;
}
