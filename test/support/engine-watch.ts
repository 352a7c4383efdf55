import type { EngineEvent } from '@pulumi/pulumi/automation';

/** What a command of the engine did. */
export interface Changes {
  /** What became of each resource that did not stay the same, such as `create mothership/demo/network`. */
  readonly steps: readonly string[];
  /** Numbers of resources by what became of them, `same` included. */
  readonly counts: Readonly<Record<string, number>>;
  /** Everything that was printed. */
  readonly text: string;
}

/** Where a command reports to. */
export interface Watch {
  onOutput(text: string): void;
  onEvent(event: EngineEvent): void;
}

/** Operations that are no part of a replacement, and do something. */
const WHOLE: ReadonlySet<string> = new Set(['create', 'update', 'replace', 'delete']);

/** Runs a command of the engine and tells what it did. */
export async function watched(act: (watch: Watch) => Promise<unknown>): Promise<Changes> {
  const steps: string[] = [];
  const texts: string[] = [];
  let counts: Readonly<Record<string, number>> = {};
  await act({
    onOutput: (text) => texts.push(text),
    onEvent: ({ resourcePreEvent, summaryEvent }) => {
      if (summaryEvent !== undefined) counts = summaryEvent.resourceChanges;
      if (resourcePreEvent === undefined) return;
      const { op, urn } = resourcePreEvent.metadata;
      if (WHOLE.has(op)) steps.push(`${op} ${urn.slice(urn.lastIndexOf('::') + 2)}`);
    },
  });
  return { steps, counts, text: texts.join('') };
}
