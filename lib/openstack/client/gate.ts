/** Lets a limited number of tasks run at a time. */
export class Gate {
  private open: number;
  private readonly waiting: (() => void)[] = [];

  constructor(width: number) {
    this.open = width;
  }

  /** Runs a task as soon as a slot is free. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.open > 0) this.open -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.open += 1;
      else next();
    }
  }
}
