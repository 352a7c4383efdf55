/** Facts that an addon states about itself, by name, as plain data. */
export type AddonFacts = Readonly<Record<string, unknown>>;

/** Fact that a single subject, such as a provider, states and reads; no other code knows its contents. */
export class AddonFact<T> {
  constructor(
    /** Unique name of the fact. */
    readonly name: string,
  ) {}

  /** Returns the facts of an addon that states this one. */
  is(value: T): AddonFacts {
    return { [this.name]: value };
  }

  /** Returns the value that an addon states, or undefined if it states none. */
  of({ facts }: { readonly facts?: AddonFacts }): T | undefined {
    return facts?.[this.name] as T | undefined;
  }
}
