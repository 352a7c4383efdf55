/** What keeps pods off nodes of one kind, and what would let them on. */
export interface Obstacle {
  /** Obstacle in words, after the name of the nodes. */
  readonly says: string;
  /** What to type. */
  readonly fix: string;
  /** Whether the pods are for another operating system. */
  readonly isForeign?: boolean;
  /** How far the pods are from such nodes: less where the pods alone change, more where they are for others. */
  readonly effort: number;
}
