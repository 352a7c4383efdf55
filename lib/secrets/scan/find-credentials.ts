import type { Finding } from '../../base/errors';
import type { Manifest } from '../../base/manifest';
import { Probe, type Trace } from './probe';
import { remedy } from './remedy';
import { isSuspect } from './suspicion';

/** Credential found in an object, and its field. */
export interface CredentialFinding extends Finding {
  /** Field of the object, such as `data["clouds.yaml"]`. */
  readonly field: string;
  /** What it is, in words. */
  readonly given: string;
}

const FINE: readonly CredentialFinding[] = Object.freeze([]);

/** Finds the credentials in an object that anyone with the object can read, one finding per field. */
export function findCredentials(manifest: Manifest): readonly CredentialFinding[] {
  if (manifest.kind !== 'Secret' && !isSuspect(manifest)) return FINE;
  const probe = new Probe();
  probe.value(manifest, { field: '', depth: 0 });
  if (probe.traces.length === 0) return FINE;
  return [...byField(probe.traces)].map(([field, found]) => finding(manifest, field, found));
}

function byField(traces: readonly Trace[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const { field, what } of traces) {
    const known = fields.get(field) ?? [];
    if (!known.includes(what)) known.push(what);
    fields.set(field, known);
  }
  return fields;
}

function finding(
  manifest: Manifest,
  field: string,
  [first = '', ...others]: readonly string[],
): CredentialFinding {
  const given = others.length === 0 ? first : `${first}, and ${others.length} more`;
  return { field, given, ...remedy(manifest, field, first) };
}
