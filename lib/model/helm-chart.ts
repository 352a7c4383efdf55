/** Value that a chart takes, as YAML can write it. */
export type HelmValue =
  | string
  | number
  | boolean
  | null
  | readonly HelmValue[]
  | { readonly [key: string]: HelmValue };

/** Values that a chart takes, by their keys. */
export type HelmValues = Readonly<Record<string, HelmValue>>;

/** Chart that the management cluster installs into a workload cluster, as plain data. */
export interface HelmChartModel {
  /** Name of the chart in its repository. */
  readonly chart: string;
  /** Address of the repository. */
  readonly repository: string;
  /** Version of the chart. */
  readonly version: string;
  /** Name of the release. */
  readonly releaseName: string;
  /** Namespace that the release is installed into. */
  readonly namespace: string;
  /** Values that differ from the chart's own. */
  readonly values: HelmValues;
}

/** Name of the HelmChartProxy of an addon. */
export function helmChartName(cluster: { readonly name: string }, addon: string): string {
  return `${cluster.name}-${addon}`;
}

/** Lays values over others, key by key; lists and everything else that is no map are replaced whole. */
export function mergeValues(below: HelmValues, above: HelmValues): HelmValues {
  const merged: Record<string, HelmValue> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const known = merged[key];
    merged[key] = isMap(known) && isMap(value) ? mergeValues(known, value) : value;
  }
  return merged;
}

function isMap(value: HelmValue | undefined): value is HelmValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
