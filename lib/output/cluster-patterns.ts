import type { AssembledCluster } from '../assembly/model';
import { type ModelShape, outermostNames, renamedModel } from './model-shape';
import type { UserDataSize } from './synth-summary';

/** Clusters of one pattern from which on it is worth to find out whether their names decide on anything. */
export const FIRST_CLUSTERS = 4;

/** Characters of text that patterns may have together. */
const MOST_CHARACTERS = 16_000_000;

/** File of a cluster without mistakes. */
export interface FinishedFile {
  /** Name of the file in the cluster's folder. */
  readonly name: string;
  /** Text of the file. */
  readonly content: string;
  /** Whether it may hold credentials in plain text. */
  readonly isPrivate: boolean;
}

/** What a cluster without mistakes comes to. */
export interface FinishedCluster {
  /** Files of the cluster's folder, without the one that lists them. */
  readonly files: readonly FinishedFile[];
  /** Number of objects. */
  readonly objects: number;
  /** Bytes of user data that machines get. */
  readonly userData: readonly UserDataSize[];
}

/** Renders and checks a model; gives undefined where that has mistakes. */
export type Finish = (model: AssembledCluster) => FinishedCluster | undefined;

/** Pattern of which some clusters were seen. */
interface Seen {
  clusters: number;
  /** Absent as long as nobody knows; null where names decide on more than themselves. */
  cast?: Cast | null;
}

/** What clusters of a pattern come to, between the places of their name. */
type Cast = (name: string) => FinishedCluster;

/**
 * Clusters of which all is known, as they differ by the digits of their names alone.
 *
 * That digits decide on nothing is shown and not believed: the first and the last name that is possible are rendered and
 * checked as well, and what comes out has to be the same but for the name. So the order of texts, too, is that of all names
 * between the two.
 */
export class ClusterPatterns {
  private readonly seen = new Map<string, Seen>();
  private characters = 0;

  /** What a cluster comes to; undefined where it has to be rendered. */
  find({ pattern = '' }: ModelShape, name: string): FinishedCluster | undefined {
    return this.seen.get(pattern)?.cast?.(name);
  }

  /** Notes what a cluster has come to. */
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
