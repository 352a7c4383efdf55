import type { PreemptibleModel } from '../../cluster/model/preemptible';

/** Options of {@link Preemptible}. */
export interface PreemptibleOptions {
  /**
   * Whether nodes get the taint `node.cluster.x-k8s.io/preemptible`, so that only pods that tolerate it run there.
   *
   * @default true
   */
  readonly tainted?: boolean;
}

/** Defaults of {@link PreemptibleOptions}. */
export const PREEMPTIBLE_DEFAULTS = Object.freeze({ tainted: true });

/** Preemptible servers, as plain data. */
export interface PreemptibleServers extends PreemptibleModel {
  /** Tags by which the cloud recognizes them. */
  readonly tags: readonly string[];
  /** Nova metadata by which the cloud recognizes them. */
  readonly serverMetadata: Readonly<Record<string, string>>;
  /** Scheduler hints by which the cloud recognizes them. */
  readonly schedulerHints: Readonly<Record<string, string | number | boolean>>;
}

const UNMARKED = Object.freeze({ tags: [], serverMetadata: {}, schedulerHints: {} });

/**
 * Preemptible servers, which the cloud can reclaim when it needs the capacity.
 *
 * OpenStack itself has no preemptible servers: a cloud that offers them defines how it recognizes them. The nodes get the
 * label `node.cluster.x-k8s.io/preemptible`, which Cluster API sets, and a taint of the same name.
 */
export class Preemptible {
  /** Servers that are preemptible because of their flavor. */
  static byFlavor(options: PreemptibleOptions = {}): Preemptible {
    return new Preemptible(UNMARKED, options);
  }

  /** Servers that a tag marks as preemptible. */
  static byTag(tag: string, options: PreemptibleOptions = {}): Preemptible {
    return new Preemptible({ ...UNMARKED, tags: [tag] }, options);
  }

  /** Servers that Nova metadata marks as preemptible. */
  static byMetadata(
    serverMetadata: Readonly<Record<string, string>>,
    options: PreemptibleOptions = {},
  ): Preemptible {
    return new Preemptible({ ...UNMARKED, serverMetadata }, options);
  }

  /** Servers that scheduler hints mark as preemptible. */
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
