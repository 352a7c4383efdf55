/** Part of a fleet that a plan is for. */
export interface PlanSelection {
  /**
   * Names of the selected clouds, whose key pairs, images and shared networks are then created too.
   *
   * @default - with `clusters`, nothing of the clouds themselves; without, all clouds
   */
  readonly clouds?: readonly string[];
  /**
   * Names or construct paths of the selected clusters.
   *
   * @default - all clusters of the clouds
   */
  readonly clusters?: readonly string[];
}

/** Maximum number of names to list. */
const MOST_NAMES = 20;

/** Error of a selection that names a cloud or cluster that the fleet does not have. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';

  constructor(
    readonly what: 'cloud' | 'cluster',
    readonly given: string,
    readonly known: readonly string[],
  ) {
    super(
      `${what}s: the fleet has no ${JSON.stringify(given)}\n` +
        `  allowed: ${listed(known)}\n` +
        `  fix: if it was removed from the fleet, run capi-fleet destroy --stack with the name of this stack; if it was renamed, change its construct path back, or move its resources with pulumi state move`,
    );
  }

  /** Message for the command line, where an option selects. */
  get optionMessage(): string {
    return (
      `--${this.what} is ${JSON.stringify(this.given)}, which the fleet does not have\n` +
      `  allowed: ${listed(this.known)}\n` +
      `  fix: name one of these, or leave out --${this.what}; to delete what was removed from the fleet, run capi-fleet destroy --stack`
    );
  }
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none; the fleet has none';
  const distinct = [...new Set(names)];
  const more = distinct.length > MOST_NAMES ? ` and ${distinct.length - MOST_NAMES} more` : '';
  return `${distinct.slice(0, MOST_NAMES).join(', ')}${more}`;
}

/** Cluster in a selection. */
export interface SelectedCluster {
  /** Name of the cluster. */
  readonly name: string;
  /** Construct path of the cluster. */
  readonly path: string;
  /** Cloud that it runs on. */
  readonly cloud: { readonly name: string };
}

/**
 * Returns the clusters of a selection.
 *
 * @throws SelectionError when it names a cloud or cluster that the fleet does not have.
 */
export function selectedClusters<C extends SelectedCluster>(
  clouds: readonly string[],
  clusters: readonly C[],
  selection: PlanSelection,
): readonly C[] {
  checkNames('cloud', selection.clouds ?? [], clouds);
  const names = clusters.flatMap((cluster) => [cluster.name, cluster.path]);
  checkNames('cluster', selection.clusters ?? [], names);
  const { clusters: chosen } = selection;
  return clusters.filter(({ name, path, cloud }) =>
    chosen === undefined
      ? isWholeCloud(selection, cloud.name)
      : chosen.some((one) => one === name || one === path),
  );
}

/** Tells whether a selection includes a cloud itself, with key pairs, images and shared networks. */
export function isWholeCloud({ clouds, clusters }: PlanSelection, name: string): boolean {
  if (clouds === undefined) return clusters === undefined;
  return clouds.includes(name);
}

function checkNames(
  what: SelectionError['what'],
  given: readonly string[],
  known: readonly string[],
): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new SelectionError(what, unknown, known);
}
