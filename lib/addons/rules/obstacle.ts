/** Reason why pods cannot run on nodes of one kind, and how to fix it. */
export interface Obstacle {
  /** Description of the obstacle, which follows the name of the nodes. */
  readonly says: string;
  /** What to type. */
  readonly fix: string;
  /** Whether the pods are for another operating system. */
  readonly isForeign?: boolean;
  /** Effort of the fix: lower if only the pods change, higher if they are meant for other nodes. */
  readonly effort: number;
}
