/** What to do about something that stands in the way. */
export const OBSTACLE_FIX = 'look at what it is, then move it away';

/** Something that stands where a file or folder of ours belongs, and is no such thing. */
export class ObstacleError extends Error {
  override readonly name = 'ObstacleError';

  constructor(
    /** Path of what is in the way. */
    readonly path: string,
    /** What it is, in words. */
    readonly found: string,
    /** What may be there, in words, besides nothing. */
    readonly wanted: string,
  ) {
    super(`${path}: is ${found}\n  allowed: ${wanted}, or nothing\n  fix: ${OBSTACLE_FIX}`);
  }
}
