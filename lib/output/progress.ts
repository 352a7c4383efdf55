import { isMissing } from '../assembly/required-secret';
import { expiringWithin, expiryLines, NOTICE_DAYS } from '../cluster/model/credential-expiry';
import type { SynthSummary } from './synth-summary';

const QUIET_MILLISECONDS = 1_000;
const REDRAW_MILLISECONDS = 100;
const ERASE_LINE = '\r\u001b[2K';

/** Stream that progress is drawn on. */
export interface ProgressStream {
  /** Whether a person looks at the stream. */
  readonly isTTY?: boolean;
  /** Writes a text. */
  write(text: string): unknown;
}

/** Count of done work on a terminal, drawn once the work takes longer than a second. */
export class Progress {
  private readonly started = Date.now();
  private drawn = 0;

  constructor(
    private readonly total: number,
    private readonly stream: ProgressStream = process.stderr,
  ) {}

  /** Tells how much is done. */
  update(done: number): void {
    if (this.stream.isTTY !== true) return;
    const now = Date.now();
    if (now - this.started < QUIET_MILLISECONDS || now - this.drawn < REDRAW_MILLISECONDS) return;
    this.drawn = now;
    const percent = this.total === 0 ? 100 : Math.floor((100 * done) / this.total);
    this.stream.write(`${ERASE_LINE}${done} of ${this.total} clusters, ${percent} %`);
  }

  /** Takes the line away again. */
  done(): void {
    if (this.drawn > 0) this.stream.write(ERASE_LINE);
    this.drawn = 0;
  }
}

/** Bytes of user data that are left when a synth begins to tell of them. */
const LEFT_BYTES = 9_000;

/** Lines that end a synth: what it did, whose user data is nearly too large, and which Secrets and credentials to see to. */
export function formatSummary(summary: SynthSummary, now = new Date()): string {
  const { clusters, objects, written, unchanged, removed, seconds } = summary;
  const did =
    `${count(clusters, 'cluster')}, ${count(objects, 'object')}: ${count(written, 'file')} written, ` +
    `${unchanged} unchanged, ${removed} removed in ${seconds.toFixed(1)} s`;
  const large = summary.userData
    .filter(({ bytes, most }) => bytes >= most - LEFT_BYTES)
    .map(({ path, bytes, most }) => `${path}: about ${bytes} of ${most} bytes of user data`);
  const expiring = expiringWithin(summary.expiries, NOTICE_DAYS, now);
  return [did, ...large, ...secretLines(summary), ...expiryLines(expiring, now)].join('\n');
}

/** Line on Secrets that nothing writes, once for each that clusters share. */
function secretLines({ secrets }: SynthSummary): readonly string[] {
  const missing = secrets
    .filter(isMissing)
    .map(({ where, managementCluster, cluster, ...secret }) => {
      const place = where === 'management' ? managementCluster : cluster;
      return `${place}/${secret.namespace}/${secret.name}`;
    });
  const { size } = new Set(missing);
  if (size === 0) return [];
  const have = size === 1 ? 'has' : 'have';
  return [
    `${count(size, 'Secret')} ${have} to be there before these are applied; capi-fleet secrets lists them`,
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
