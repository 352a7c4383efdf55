/** Facts that addons state of themselves, by their names, as plain data. */
export type AddonFacts = Readonly<Record<string, unknown>>;

/** Fact that only one subject states and reads, such as a provider, which alone knows what it holds. */
export class AddonFact<T> {
  constructor(
    /** Name that tells it from other facts. */
    readonly name: string,
  ) {}

  /** Facts of an addon that states this one. */
  is(value: T): AddonFacts {
    return { [this.name]: value };
  }

  /** What an addon states; undefined where it states nothing. */
  of({ facts }: { readonly facts?: AddonFacts }): T | undefined {
    return facts?.[this.name] as T | undefined;
  }
}
