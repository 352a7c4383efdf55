/** Description of a value, for a message in which the value itself would say too little. */
export class Described {
  constructor(private readonly text: string) {}

  /** Description as it appears in a message. */
  toString(): string {
    return this.text;
  }

  /** Description as plain text. */
  toJSON(): string {
    return this.text;
  }
}
