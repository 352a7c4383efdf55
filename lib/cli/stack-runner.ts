import type { FleetStack, LeftStack } from './fleet-stacks';
import type { WholeFleet } from './left-stacks';

/** What is done with stacks. */
export type StackOperation = 'up' | 'preview' | 'destroy';

/** What an operation did to a stack. */
export interface StackOutcome {
  /** Numbers of resources by what became of them. */
  readonly changes: Readonly<Partial<Record<string, number>>>;
  /** Resources that would change, of a preview. */
  readonly steps: readonly StackStep[];
  /** Resources that left the stack and stay where they are, on purpose. */
  readonly kept?: readonly string[];
}

/** Preview that failed, with what it had found out. */
export class PreviewError extends Error {
  override readonly name = 'PreviewError';

  constructor(
    readonly steps: readonly StackStep[],
    cause: Error,
  ) {
    super(cause.message, { cause });
  }
}

/** What would become of a resource. */
export interface StackStep {
  /** What would be done, such as `create`. */
  readonly operation: string;
  /** Kind of the resource, such as `Network`. */
  readonly kind: string;
  /** Name of the resource, a construct path. */
  readonly name: string;
  /** Arguments that differ. */
  readonly differing: readonly string[];
  /** What a running cluster has of a resource that goes or is replaced; absent where it goes on without. */
  readonly use?: string;
}

/** Does something with one stack. */
export interface StackRunner {
  /**
   * Runs an operation; rejects with what Pulumi printed when it fails.
   *
   * @param stop Asks the operation to end as soon as what is being made is made.
   * @param onLine Takes the lines that Pulumi prints meanwhile.
   */
  run(
    stack: FleetStack,
    operation: StackOperation,
    stop: AbortSignal,
    onLine: (line: string) => void,
  ): Promise<StackOutcome>;
  /** Stacks of the project with clusters or clouds for which the fleet makes nothing any more. */
  left(fleet: WholeFleet): Promise<readonly LeftStack[]>;
  /** Ends the work with stacks. */
  end(): Promise<void>;
}
