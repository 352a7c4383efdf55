import type { WriteStream } from 'node:tty';
import { masked } from '../base/masking/mask';
import type { FleetStack } from './fleet-stacks';
import type { StackProgress, StackResult } from './run-stacks';
import type { StackOperation } from './stack-runner';

/** Stream for progress: a terminal, a file or a pipe. */
export type ProgressStream = Pick<WriteStream, 'write'> &
  Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

/** Time between two updates of a terminal, in milliseconds. */
const REFRESH = 200;
const USUAL_COLUMNS = 80;

/** Prints a line when a stack starts or ends; a terminal also shows the running stacks below. */
export function stackProgress(
  operation: StackOperation,
  total: number,
  stream: ProgressStream,
): StackProgress {
  return stream.isTTY === true
    ? new TerminalProgress(operation, total, stream)
    : new PlainProgress(operation, total, stream);
}

class PlainProgress implements StackProgress {
  private done = 0;

  constructor(
    protected readonly operation: StackOperation,
    protected readonly total: number,
    protected readonly stream: ProgressStream,
  ) {}

  began({ name }: FleetStack): void {
    this.stream.write(`${this.operation} ${name}: started\n`);
  }

  line(_stack: FleetStack, _text: string): void {}

  ended(result: StackResult): void {
    this.stream.write(`${this.endLine(result)}\n`);
  }

  close(): void {}

  protected endLine({ stack, state, outcome, seconds }: StackResult): string {
    this.done += 1;
    const what = state === 'done' ? changeText(outcome?.changes ?? {}) : state;
    const place = `[${this.done}/${this.total}]`;
    return `${place} ${this.operation} ${stack.name}: ${what}, ${seconds.toFixed(0)} s`;
  }
}

class TerminalProgress extends PlainProgress {
  private readonly running = new Map<string, string>();
  private drawn = 0;
  private readonly timer = setInterval(() => this.draw(), REFRESH).unref();

  override began({ name }: FleetStack): void {
    this.running.set(name, '');
    this.draw();
  }

  override line({ name }: FleetStack, text: string): void {
    const told = masked(text.trim().replace(/\s+/g, ' '));
    if (told !== '') this.running.set(name, told);
  }

  override ended(result: StackResult): void {
    this.running.delete(result.stack.name);
    this.erase();
    super.ended(result);
    this.draw();
  }

  override close(): void {
    clearInterval(this.timer);
    this.erase();
  }

  private erase(): void {
    if (this.drawn > 0) this.stream.write(`\u001b[${this.drawn}F\u001b[0J`);
    this.drawn = 0;
  }

  private draw(): void {
    this.erase();
    const width = (this.stream.columns ?? USUAL_COLUMNS) - 1;
    const lines = [...this.running].map(([name, text]) => `  ${name}: ${text}`.slice(0, width));
    if (lines.length > 0) this.stream.write(`${lines.join('\n')}\n`);
    this.drawn = lines.length;
  }
}

function changeText(changes: Readonly<Partial<Record<string, number>>>): string {
  const stated = Object.entries(changes).filter(([kind]) => kind !== 'same');
  if (stated.length === 0) return 'no changes';
  return stated.map(([kind, count]) => `${kind} ${count}`).join(', ');
}
