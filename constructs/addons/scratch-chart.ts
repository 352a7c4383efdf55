import { App, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Manifest } from '../../lib/model/addon';
import { share } from '../../lib/model/shared';

/** Typed constructs of the Kubernetes API. */
export type KubernetesKinds = typeof kplus.k8s;

const CACHED_TEXTS = 200;
const manifests = new Map<string, readonly Manifest[]>();

/**
 * Runs a function with a chart of its own and returns its objects as plain data.
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

/** Like {@link scratchManifests}, for a caller that keeps what was made itself. */
export function freshManifests(
  build: (chart: Chart, k8s: KubernetesKinds) => void,
): readonly Manifest[] {
  return scratchChart((chart) => build(chart, kubernetesKinds()));
}

/** Runs a function with a chart of its own, by whose id unnamed objects are called, without keeping what it made. */
export function scratchChart(
  build: (chart: Chart) => void,
  chartId = 'addon',
): readonly Manifest[] {
  const chart = new Chart(new App(), chartId, { disableResourceNameHashes: true });
  build(chart);
  return chart.toJson() as Manifest[];
}

/** The typed constructs alone take half the time that the whole package takes to load. */
function kubernetesKinds(): KubernetesKinds {
  try {
    return require('cdk8s-plus-28/lib/imports/k8s') as KubernetesKinds;
  } catch {
    return (require('cdk8s-plus-28') as typeof kplus).k8s;
  }
}

const templates = new Map<string, string>();

/**
 * Like {@link scratchManifests}, for objects that differ between clusters in names alone.
 *
 * The objects are built once with marks in the place of the names.
 */
export function namedManifests<K extends string>(
  inputs: unknown,
  names: Readonly<Record<K, string>>,
  build: (chart: Chart, k8s: KubernetesKinds, marks: Readonly<Record<K, string>>) => void,
): readonly Manifest[] {
  const keys = Object.keys(names) as K[];
  const marks = Object.fromEntries(keys.map((key) => [key, mark(key)])) as Record<K, string>;
  const key = JSON.stringify(inputs);
  let template = templates.get(key);
  if (template === undefined) {
    if (templates.size >= CACHED_TEXTS) templates.clear();
    template = JSON.stringify(freshManifests((chart, k8s) => build(chart, k8s, marks)));
    templates.set(key, template);
  }
  return JSON.parse(keys.reduce((text, name) => filled(text, name, names[name]), template));
}

function filled(text: string, key: string, name: string): string {
  return text.replaceAll(mark(key), () => JSON.stringify(name).slice(1, -1));
}

function mark(key: string): string {
  return `{{capi-fleet:${key}}}`;
}
