import type { EngineEvent } from '@pulumi/pulumi/automation';
import type { StackOutcome, StackStep } from './stack-runner';

/** Operations that leave a resource as it is, or are parts of a replacement. */
const SILENT: ReadonlySet<string> = new Set([
  'same',
  'create-replacement',
  'delete-replaced',
  'refresh',
]);

/**
 * What the events of an operation say about resources. The engine counts the stack itself and its providers among them;
 * these are left out.
 */
export class EngineSteps {
  /** What would become of resources, but for those that stay as they are. */
  readonly steps: StackStep[] = [];
  private readonly uncounted = new Map<string, number>();

  /** Takes an event. */
  readonly take = ({ resourcePreEvent }: EngineEvent): void => {
    if (resourcePreEvent === undefined) return;
    const { op, urn, type, diffs, logical } = resourcePreEvent.metadata;
    if (type.startsWith('pulumi:')) {
      if (logical !== false) this.uncounted.set(op, (this.uncounted.get(op) ?? 0) + 1);
      return;
    }
    if (SILENT.has(op)) return;
    this.steps.push({
      operation: op,
      kind: type.split(':').at(-1) ?? type,
      name: urn.split('::').slice(3).join('::'),
      differing: op === 'create' ? [] : (diffs ?? []),
    });
  };

  /** Numbers of resources by what became of them, from those of the engine. */
  changes(counted: StackOutcome['changes']): StackOutcome['changes'] {
    const left = Object.entries(counted).map(
      ([op, count = 0]) => [op, count - (this.uncounted.get(op) ?? 0)] as const,
    );
    return Object.fromEntries(left.filter(([, count]) => count > 0));
  }
}
