import type { PreemptibleModel } from '../../cluster/model/preemptible';

/** Options of {@link Preemptible}. */
export interface PreemptibleOptions {
  /**
   * Whether pods are kept away that do not tolerate `node.cluster.x-k8s.io/preemptible`.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link PreemptibleOptions}. */
export const PREEMPTIBLE_DEFAULTS = Object.freeze({ tainted: true });

/** Servers that the cloud may take back, as plain data. */
export interface PreemptibleServers extends PreemptibleModel {
  /** Tags by which the cloud knows them. */
  readonly tags: readonly string[];
  /** Nova metadata by which the cloud knows them. */
  readonly serverMetadata: Readonly<Record<string, string>>;
  /** Hints by which the cloud's scheduler knows them. */
  readonly schedulerHints: Readonly<Record<string, string | number | boolean>>;
}

const UNMARKED = Object.freeze({ tags: [], serverMetadata: {}, schedulerHints: {} });

/**
 * Servers that the cloud may take back when others need the room.
 *
 * OpenStack itself has no such servers: a cloud that offers them says by what it knows them. The nodes get the label
 * `node.cluster.x-k8s.io/preemptible`, which Cluster API sets, and a taint of that name.
 */
export class Preemptible {
  /** Servers that are so by their flavor. */
  static byFlavor(options: PreemptibleOptions = {}): Preemptible {
    return new Preemptible(UNMARKED, options);
  }

  /** Servers that a tag makes so. */
  static byTag(tag: string, options: PreemptibleOptions = {}): Preemptible {
    return new Preemptible({ ...UNMARKED, tags: [tag] }, options);
  }

  /** Servers that Nova metadata makes so. */
  static byMetadata(
    serverMetadata: Readonly<Record<string, string>>,
    options: PreemptibleOptions = {},
  ): Preemptible {
    return new Preemptible({ ...UNMARKED, serverMetadata }, options);
  }

  /** Servers that hints to the scheduler make so. */
  static bySchedulerHints(
    schedulerHints: Readonly<Record<string, string | number | boolean>>,
    options: PreemptibleOptions = {},
  ): Preemptible {
    return new Preemptible({ ...UNMARKED, schedulerHints }, options);
  }

  /** Model data of the choice. */
  readonly model: PreemptibleServers;

  private constructor(marks: Omit<PreemptibleServers, 'tainted'>, options: PreemptibleOptions) {
    this.model = { ...marks, tainted: options.tainted ?? PREEMPTIBLE_DEFAULTS.tainted };
  }
}
