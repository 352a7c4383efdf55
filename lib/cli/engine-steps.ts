import type { EngineEvent } from '@pulumi/pulumi/automation';
import { useOf } from '../assembly/stack-providers';
import { nameOf } from '../provision/stack-state';
import type { StackOutcome, StackStep } from './stack-runner';

/** Types that the engine counts although they are not resources: the stack, and providers. */
const NO_RESOURCE = /^pulumi:(pulumi|providers):/;
/** Names of providers that the engine creates by itself and does not count. */
const ITS_OWN = /^default(_|$)/;
/** Operations that delete the existing resource. */
const ENDING: ReadonlySet<string> = new Set(['delete', 'replace']);

/** Operations that do not change a resource, or are parts of a replacement. */
const SILENT: ReadonlySet<string> = new Set([
  'same',
  'create-replacement',
  'delete-replaced',
  'refresh',
]);

/**
 * Collects the changes of resources from the events of an operation.
 *
 * The engine also counts the stack itself and its providers; these are left out.
 */
export class EngineSteps {
  /** Changes of resources, without unchanged ones. */
  readonly steps: StackStep[] = [];
  /** Resources that leave the stack but stay in the cloud, on purpose. */
  readonly kept: string[] = [];
  private readonly uncounted = new Map<string, number>();

  /** Processes an event. */
  readonly take = ({ resourcePreEvent }: EngineEvent): void => {
    if (resourcePreEvent === undefined) return;
    const { op, urn, type, diffs, logical, old } = resourcePreEvent.metadata;
    const name = nameOf(urn);
    if (NO_RESOURCE.test(type)) {
      if (logical !== false && !ITS_OWN.test(name))
        this.uncounted.set(op, (this.uncounted.get(op) ?? 0) + 1);
      return;
    }
    if (SILENT.has(op)) return;
    const kind = type.split(':').at(-1) ?? type;
    const isKept = op === 'delete' && old?.retainOnDelete === true;
    if (isKept) this.kept.push(`${kind} ${name}`);
    const use = ENDING.has(op) ? useOf(type, name) : undefined;
    this.steps.push({
      operation: isKept ? 'keep' : op,
      kind,
      name,
      differing: op === 'create' ? [] : (diffs ?? []),
      ...(use !== undefined && { use }),
    });
  };

  /** Number of resources per operation, from the numbers of the engine. */
  changes(counted: StackOutcome['changes']): StackOutcome['changes'] {
    const left = Object.entries(counted).map(
      ([op, count = 0]) => [op, count - (this.uncounted.get(op) ?? 0)] as const,
    );
    return Object.fromEntries(left.filter(([, count]) => count > 0));
  }
}
