import type { AssembledCluster } from '../assembly/model';
import { isShared } from '../base/shared';
import { ModelText, squeezed } from './model-text';
import { fileHash } from './output-index';

/** Placeholder for the name of a cluster in a text. */
const NAME = '\u0001';

/** Numbered names of clusters that cannot be part of a number of any kind, such as an IPv6 address. */
const COUNTED = /^(?=.*\d)(?=.*[g-z])(?:[a-z][0-9-]*){3}/;

/** Fingerprints of the model of a cluster. */
export interface ModelShape {
  /** Hash of the whole model: models with the same digest have the same mistakes and objects. */
  readonly digest: string;
  /**
   * Hash of everything but the digits of the cluster's name.
   *
   * Absent for a name without digits, a name that may occur in shared data or in another spelling, and if the profile has
   * regular expressions for labels.
   */
  readonly pattern?: string;
}

/** Shape of a model; undefined if it has more than plain data. */
export function modelShape(model: AssembledCluster): ModelShape | undefined {
  const said = ModelText.of(model);
  if (said === undefined) return undefined;
  const { name, profile } = model;
  const { text } = said;
  const isApart = COUNTED.test(name) && profile.syncedLabels.length === 0 && !text.includes(NAME);
  if (!isApart || said.hides(name) || isSpeltOtherwise(text, name))
    return { digest: fileHash(text) };
  const pattern = fileHash(`${withDigits(name, '0')}\n${text.replaceAll(name, NAME)}`);
  return { digest: fileHash(`${pattern} ${name}`), pattern };
}

/** Tells whether a text contains a name in another case or with other separators. */
function isSpeltOtherwise(text: string, name: string): boolean {
  return count(squeezed(text), squeezed(name)) !== count(text, name);
}

function count(text: string, word: string): number {
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found += 1;
  return found;
}

/** First and last of the names that differ only in their digits. */
export function outermostNames(name: string): readonly string[] {
  return [withDigits(name, '0'), withDigits(name, '9')];
}

/** Copy of a model with another cluster name. */
export function renamedModel(model: AssembledCluster, name: string): AssembledCluster {
  return new Renaming(model.name, name).of(model) as AssembledCluster;
}

function withDigits(name: string, digit: string): string {
  return name.replace(/\d/g, digit);
}

/** Copies plain data with another name; parts without the name stay the same objects. */
class Renaming {
  private readonly done = new Map<object, unknown>();

  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {}

  of(value: unknown): unknown {
    if (typeof value === 'string') return value.replaceAll(this.from, this.to);
    if (typeof value !== 'object' || value === null || isShared(value)) return value;
    const known = this.done.get(value);
    if (known !== undefined) return known;
    const made = Array.isArray(value) ? this.list(value) : this.map(value);
    this.done.set(value, made);
    return made;
  }

  private list(list: readonly unknown[]): readonly unknown[] {
    const made = list.map((item) => this.of(item));
    return made.every((item, index) => item === list[index]) ? list : made;
  }

  private map(map: object): object {
    const entries = Object.entries(map);
    const made = entries.map(([key, value]) => [this.of(key), this.of(value)] as const);
    const isSame = made.every(([key, value], index) => {
      const [oldKey, old] = entries[index] ?? [];
      return key === oldKey && value === old;
    });
    return isSame ? map : Object.fromEntries(made);
  }
}
