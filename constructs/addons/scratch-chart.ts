import { App, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { Manifest } from '../../lib/model/addon';

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
  const made = scratchChart((chart) => build(chart, kubernetesKinds()));
  if (manifests.size >= CACHED_TEXTS) manifests.clear();
  manifests.set(key, made);
  return made;
}

/** Runs a function with a chart of its own, without keeping what it made. */
export function scratchChart(build: (chart: Chart) => void): readonly Manifest[] {
  const chart = new Chart(new App(), 'addon', { disableResourceNameHashes: true });
  build(chart);
  return chart.toJson() as Manifest[];
}

function kubernetesKinds(): KubernetesKinds {
  const loaded = require('cdk8s-plus-28') as typeof kplus;
  return loaded.k8s;
}
