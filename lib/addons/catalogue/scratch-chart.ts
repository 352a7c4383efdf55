import { App, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Manifest } from '../../base/manifest';
import { share } from '../../base/shared';

/** Typed constructs of the Kubernetes API. */
export type KubernetesKinds = typeof kplus.k8s;

const CACHED_TEXTS = 200;
const manifests = new Map<string, readonly Manifest[]>();

/**
 * Runs a function with its own chart and returns its objects as plain data.
 *
 * Equal inputs are built once, so that clusters with equal addons share their objects.
 */
export function scratchManifests(
  inputs: unknown,
  build: (chart: Chart, k8s: KubernetesKinds) => void,
): readonly Manifest[] {
  const key = JSON.stringify(inputs);
  const known = manifests.get(key);
  if (known !== undefined) return known;
  const made = share(freshManifests(build));
  if (manifests.size >= CACHED_TEXTS) manifests.clear();
  manifests.set(key, made);
  return made;
}

/** Like {@link scratchManifests}, but without a cache, for callers that keep the result themselves. */
export function freshManifests(
  build: (chart: Chart, k8s: KubernetesKinds) => void,
): readonly Manifest[] {
  return scratchChart((chart) => build(chart, kubernetesKinds()));
}

/** Runs a function with its own chart, without a cache; the ID of the chart is the name of unnamed objects. */
export function scratchChart(
  build: (chart: Chart) => void,
  chartId = 'addon',
): readonly Manifest[] {
  const chart = new Chart(new App(), chartId, { disableResourceNameHashes: true });
  build(chart);
  return chart.toJson() as Manifest[];
}

/** Loads only the typed constructs, which takes half the time of loading the whole package. */
function kubernetesKinds(): KubernetesKinds {
  try {
    return require('cdk8s-plus-28/lib/imports/k8s') as KubernetesKinds;
  } catch {
    return wholePackage().k8s;
  }
}

function wholePackage(): typeof kplus {
  try {
    return require('cdk8s-plus-28') as typeof kplus;
  } catch (cause) {
    const fix = 'npm install cdk8s-plus-28, or deliver the objects with Addon.manifest()';
    throw new Error(`the addon needs the package cdk8s-plus-28 (fix: ${fix})`, { cause });
  }
}

const templates = new Map<string, NameTemplate>();

/** Objects with placeholders instead of names. */
interface NameTemplate {
  readonly manifests: readonly Manifest[];
  /** Lists and maps that contain a placeholder; all others are shared by everything made from the template. */
  readonly marked: ReadonlySet<object>;
}

/**
 * Like {@link scratchManifests}, for objects that differ between clusters only in names.
 *
 * The objects are built once, with placeholders instead of the names.
 */
export function namedManifests<K extends string>(
  inputs: unknown,
  names: Readonly<Record<K, string>>,
  build: (chart: Chart, k8s: KubernetesKinds, marks: Readonly<Record<K, string>>) => void,
): readonly Manifest[] {
  const key = JSON.stringify(inputs);
  let template = templates.get(key);
  if (template === undefined) {
    if (templates.size >= CACHED_TEXTS) templates.clear();
    const keys = Object.keys(names) as K[];
    const marks = Object.fromEntries(keys.map((name) => [name, mark(name)])) as Record<K, string>;
    template = nameTemplate(freshManifests((chart, k8s) => build(chart, k8s, marks)));
    templates.set(key, template);
  }
  const { manifests, marked } = template;
  return manifests.map((manifest) => filled(manifest, names, marked) as Manifest);
}

function nameTemplate(manifests: readonly Manifest[]): NameTemplate {
  const marked = new Set<object>();
  for (const manifest of manifests) findMarks(manifest, marked);
  return { manifests, marked };
}

/** Tells whether a value contains a placeholder, and collects such values; marks the rest as shared. */
function findMarks(value: unknown, marked: Set<object>): boolean {
  if (typeof value === 'string') return value.includes(MARK);
  if (typeof value !== 'object' || value === null) return false;
  const found = Object.entries(value).filter(
    ([name, member]) => findMarks(member, marked) || name.includes(MARK),
  );
  if (found.length > 0) marked.add(value);
  else share(value);
  return found.length > 0;
}

function filled(
  value: unknown,
  names: Readonly<Record<string, string>>,
  marked: ReadonlySet<object>,
): unknown {
  if (typeof value === 'string') return filledText(value, names);
  if (typeof value !== 'object' || value === null || !marked.has(value)) return value;
  if (Array.isArray(value)) return value.map((item) => filled(item, names, marked));
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    copy[filledText(name, names)] = filled(member, names, marked);
  }
  return copy;
}

function filledText(text: string, names: Readonly<Record<string, string>>): string {
  if (!text.includes(MARK)) return text;
  let written = text;
  for (const key in names) written = written.replaceAll(mark(key), () => names[key] ?? '');
  return written;
}

const MARK = '{{capi-fleet:';

function mark(key: string): string {
  return `${MARK}${key}}}`;
}
