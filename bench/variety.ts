import { clusterName } from './fleet-shape';

/** Numbers and choices of one cluster among clusters of which no two are alike. */
export class Variety {
  private readonly index: number;

  constructor(name: string) {
    this.index = Number(name.slice(clusterName(0).search(/\d/)));
  }

  /** Place of the cluster in a round of some. */
  turn(round: number): number {
    return this.index % round;
  }

  /** One of some choices. */
  of<T>(choices: readonly [T, ...(readonly T[])], salt: number): T {
    return choices[(this.index * 7 + salt * 13) % choices.length] ?? choices[0];
  }

  /** Number from one to another, both included. */
  number(least: number, most: number, salt: number): number {
    return least + ((this.index * 31 + salt * 17) % (most - least + 1));
  }

  /** Range of addresses that no other cluster has. */
  get nodeCidr(): string {
    return `10.${8 + (this.index >> 8)}.${this.index & 255}.0/24`;
  }

  /** Text that no other cluster has. */
  text(word: string): string {
    return `${word}-${this.index}`;
  }
}
