/** Fix for an obstacle. */
export const OBSTACLE_FIX = 'inspect it, then move it away';

/** Error about something other than a file or folder at the path of one. */
export class ObstacleError extends Error {
  override readonly name = 'ObstacleError';

  constructor(
    /** Path of the obstacle. */
    readonly path: string,
    /** Description of the obstacle. */
    readonly found: string,
    /** Description of what is allowed there besides nothing. */
    readonly wanted: string,
  ) {
    super(`${path}: is ${found}\n  allowed: ${wanted}, or nothing\n  fix: ${OBSTACLE_FIX}`);
  }
}
