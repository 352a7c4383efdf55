/** What every side of the bench gets on its command line. */
export interface SideArguments {
  /** Number of clusters. */
  readonly clusters: number;
  /** Folder to write to. */
  readonly out: string;
  /** Whether a cluster carries 300 KiB of inline manifest. */
  readonly fat: boolean;
}

/** Reads `<clusters> <out> [fat]`. */
export function sideArguments(): SideArguments {
  const [clusters, out, fat] = process.argv.slice(2);
  if (clusters === undefined || out === undefined) throw new Error('usage: <clusters> <out> [fat]');
  return { clusters: Number(clusters), out, fat: fat === 'fat' };
}
