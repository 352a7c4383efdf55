/** Which part of a fleet a plan is for. */
export interface PlanSelection {
  /**
   * Names of the only clouds, whose key pairs, images and shared networks are then made too.
   *
   * @default - with `clusters`, nothing of the clouds themselves; without, all clouds
   */
  readonly clouds?: readonly string[];
  /**
   * Names or construct paths of the only clusters.
   *
   * @default - all clusters of the clouds
   */
  readonly clusters?: readonly string[];
}

/** Most names that are listed. */
const MOST_NAMES = 20;

/** Selection of a cloud or cluster that the fleet does not have. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';

  constructor(
    readonly what: 'cloud' | 'cluster',
    readonly given: string,
    readonly known: readonly string[],
  ) {
    super(
      `${what}s: there is no ${JSON.stringify(given)} in the fleet\n` +
        `  allowed: ${listed(known)}\n` +
        `  fix: where it left the fleet, capi-fleet destroy --stack with the name of this stack; where it has another name now, change its construct path back, or move its resources with pulumi state move`,
    );
  }

  /** The same for the command line, where an option selects. */
  get optionMessage(): string {
    return (
      `--${this.what} is ${JSON.stringify(this.given)}, which the fleet does not have\n` +
      `  allowed: ${listed(this.known)}\n` +
      `  fix: name one of these, or leave --${this.what} out; what left the fleet is deleted by capi-fleet destroy --stack`
    );
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing, as there are none';
  const distinct = [...new Set(names)];
  const more = distinct.length > MOST_NAMES ? ` and ${distinct.length - MOST_NAMES} more` : '';
  return `${distinct.slice(0, MOST_NAMES).join(', ')}${more}`;
}
