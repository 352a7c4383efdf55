import { clusterName } from './fleet-shape';

/** Source of varying values for one of several clusters that all differ. */
export class Variety {
  private readonly index: number;

  constructor(name: string) {
    this.index = Number(name.slice(clusterName(0).search(/\d/)));
  }

  /** Index of the cluster, modulo a number. */
  turn(round: number): number {
    return this.index % round;
  }

  /** One of several choices. */
  of<T>(choices: readonly [T, ...(readonly T[])], salt: number): T {
    return choices[(this.index * 7 + salt * 13) % choices.length] ?? choices[0];
  }

  /** Number in an inclusive range. */
  number(least: number, most: number, salt: number): number {
    return least + ((this.index * 31 + salt * 17) % (most - least + 1));
  }

  /** Address range of this cluster only. */
  get nodeCidr(): string {
    return `10.${8 + (this.index >> 8)}.${this.index & 255}.0/24`;
  }

  /** Text of this cluster only. */
  text(word: string): string {
    return `${word}-${this.index}`;
  }
}
