import { relative } from 'node:path';
import { isMissing } from '../assembly/required-secret';
import { expiringWithin, expiryLines, NOTICE_DAYS } from '../cluster/model/credential-expiry';
import type { SynthSummary } from './synth-summary';

const QUIET_MILLISECONDS = 1_000;
const REDRAW_MILLISECONDS = 100;
const ERASE_LINE = '\r\u001b[2K';

/** Stream for the progress line. */
export interface ProgressStream {
  /** Whether the stream is a terminal. */
  readonly isTTY?: boolean;
  /** Writes a text. */
  write(text: string): unknown;
}

/** Progress line on a terminal, shown once the work takes longer than a second. */
export class Progress {
  private readonly started = Date.now();
  private drawn = 0;

  constructor(
    private readonly total: number,
    private readonly stream: ProgressStream = process.stderr,
  ) {}

  /** Updates the number of finished clusters. */
  update(done: number): void {
    if (this.stream.isTTY !== true) return;
    const now = Date.now();
    if (now - this.started < QUIET_MILLISECONDS || now - this.drawn < REDRAW_MILLISECONDS) return;
    this.drawn = now;
    const percent = this.total === 0 ? 100 : Math.floor((100 * done) / this.total);
    this.stream.write(`${ERASE_LINE}${done} of ${this.total} clusters, ${percent} %`);
  }

  /** Removes the line. */
  done(): void {
    if (this.drawn > 0) this.stream.write(ERASE_LINE);
    this.drawn = 0;
  }
}

/** Remaining bytes of user data at which a synth starts to report them. */
const LEFT_BYTES = 9_000;

/** Summary of a synth or check: its result, user data that is nearly too large, and Secrets and credentials that need attention. */
export function formatSummary(summary: SynthSummary, now = new Date()): string {
  const { clusters, objects, written, unchanged, removed, seconds } = summary;
  const took = `(${seconds.toFixed(1)} s)`;
  const files = `${count(written, 'file')} written, ${unchanged} unchanged, ${removed} removed`;
  const { outdir } = summary;
  const what = outdir === undefined ? 'no mistakes' : `${files} in ${shortPath(outdir)}`;
  const did = `${count(clusters, 'cluster')}, ${count(objects, 'object')}: ${what} ${took}`;
  const large = summary.userData
    .filter(({ bytes, most }) => bytes >= most - LEFT_BYTES)
    .map(({ path, bytes, most }) => `${path}: about ${bytes} of ${most} bytes of user data`);
  const expiring = expiringWithin(summary.expiries, NOTICE_DAYS, now);
  return [did, ...large, ...secretLines(summary), ...expiryLines(expiring, now)].join('\n');
}

/** Path relative to the current folder, if it is inside it. */
function shortPath(folder: string): string {
  const path = relative('.', folder);
  return path.startsWith('..') ? folder : path || '.';
}

/** Line with the number of Secrets that nothing writes; a shared one counts once. */
function secretLines({ secrets }: SynthSummary): readonly string[] {
  const missing = secrets
    .filter(isMissing)
    .map(({ where, managementCluster, cluster, ...secret }) => {
      const place = where === 'management' ? managementCluster : cluster;
      return `${place}/${secret.namespace}/${secret.name}`;
    });
  const { size } = new Set(missing);
  if (size === 0) return [];
  return [
    `${count(size, 'Secret')} must exist before you apply the manifests; capi-fleet secrets lists them`,
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
