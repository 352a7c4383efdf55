/** What keeps pods off nodes of one kind, and what would let them on. */
export interface Obstacle {
  /** Obstacle in words, after the name of the nodes. */
  readonly says: string;
  /** What to type. */
  readonly fix: string;
  /** Whether the pods are for another operating system. */
  readonly isForeign?: boolean;
  /** Whether the nodes have some of what other nodes lack. */
  readonly isClose?: boolean;
}
