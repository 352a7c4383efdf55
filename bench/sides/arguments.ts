/** Command-line arguments of every side. */
export interface SideArguments {
  /** Number of clusters. */
  readonly clusters: number;
  /** Folder to write to. */
  readonly out: string;
  /** Whether each cluster has an inline manifest of 300 KiB. */
  readonly fat: boolean;
}

/** Reads `<clusters> <out> [fat]`. */
export function sideArguments(): SideArguments {
  const [clusters, out, fat] = process.argv.slice(2);
  if (clusters === undefined || out === undefined) throw new Error('usage: <clusters> <out> [fat]');
  return { clusters: Number(clusters), out, fat: fat === 'fat' };
}
