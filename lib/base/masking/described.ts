/** What was found, in words, where the value itself says too little. */
export class Described {
  constructor(private readonly text: string) {}

  /** Words as they stand in a message. */
  toString(): string {
    return this.text;
  }

  /** Words as a text. */
  toJSON(): string {
    return this.text;
  }
}
