import type { AssembledCluster } from '../assembly/model';
import type { PlacedObject } from './fleet-file';
import { type ModelShape, outermostNames, renamedModel } from './model-shape';
import type { UserDataSize } from './synth-summary';

/** Number of clusters of a pattern from which testing the influence of names pays off. */
export const FIRST_CLUSTERS = 4;

/** Limit of the text of all patterns, in characters. */
const MOST_CHARACTERS = 16_000_000;

/** File of a cluster without mistakes. */
export interface FinishedFile {
  /** Name of the file in the cluster's folder. */
  readonly name: string;
  /** Text of the file. */
  readonly content: string;
  /** Whether it may hold credentials in plain text. */
  readonly isPrivate: boolean;
  /** Objects of the file; absent where only the text is known. */
  readonly objects?: readonly PlacedObject[];
}

/** Output of a cluster without mistakes. */
export interface FinishedCluster {
  /** Files of the cluster's folder, without the one that lists them. */
  readonly files: readonly FinishedFile[];
  /** Number of objects. */
  readonly objects: number;
  /** Sizes of the user data of machines. */
  readonly userData: readonly UserDataSize[];
}

/** Returns the output of a cluster with the texts of its files only. */
export function textsOnly({ files, objects, userData }: FinishedCluster): FinishedCluster {
  return {
    files: files.map(({ name, content, isPrivate }) => ({ name, content, isPrivate })),
    objects,
    userData,
  };
}

/** Renders and checks a model; returns undefined if it has mistakes. */
export type Finish = (model: AssembledCluster) => FinishedCluster | undefined;

/** Pattern with the number of clusters seen so far. */
interface Seen {
  clusters: number;
  /** Absent until it is tested; null if names affect more than themselves. */
  cast?: Cast | null;
}

/** Template for the output of clusters of a pattern, with gaps for the name. */
type Cast = (name: string) => FinishedCluster;

/**
 * Output of clusters that differ from a known one only in the digits of their names.
 *
 * That the digits affect nothing else is tested: the first and the last possible name are rendered and checked too, and
 * their output must be equal except for the name. Texts that are sorted by name then have the same order for all names
 * between the two.
 */
export class ClusterPatterns {
  private readonly seen = new Map<string, Seen>();
  private characters = 0;

  /** Output of a cluster; undefined if it must be rendered. */
  find({ pattern = '' }: ModelShape, name: string): FinishedCluster | undefined {
    return this.seen.get(pattern)?.cast?.(name);
  }

  /** Records the output of a cluster. */
  learn(
    { pattern }: ModelShape,
    model: AssembledCluster,
    finished: FinishedCluster,
    finish: Finish,
  ): void {
    if (pattern === undefined) return;
    const seen = this.seen.get(pattern) ?? { clusters: 0 };
    this.seen.set(pattern, seen);
    seen.clusters += 1;
    if (seen.clusters < FIRST_CLUSTERS || seen.cast !== undefined) return;
    const length = finished.files.reduce((sum, { content }) => sum + content.length, 0);
    if (this.characters + length > MOST_CHARACTERS) return;
    const cast = castOf(finished, model.name);
    const isProven = outermostNames(model.name).every((name) =>
      isSame(cast(name), finish(renamedModel(model, name))),
    );
    seen.cast = isProven ? cast : null;
    if (isProven) this.characters += length;
  }
}

function castOf({ files, objects, userData }: FinishedCluster, from: string): Cast {
  const parts = files.map(({ name, content, isPrivate }) => ({
    name: name.split(from),
    content: content.split(from),
    isPrivate,
  }));
  const sizes = userData.map(({ path, bytes, most }) => ({ path: path.split(from), bytes, most }));
  return (to) => ({
    files: parts.map(({ name, content, isPrivate }) => ({
      name: name.join(to),
      content: content.join(to),
      isPrivate,
    })),
    objects,
    userData: sizes.map(({ path, bytes, most }) => ({ path: path.join(to), bytes, most })),
  });
}

function isSame(one: FinishedCluster, other: FinishedCluster | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
