import type { SecretKey } from '../../secrets/model/secret-key';

/** Value of a chart, as YAML can represent it. */
export type HelmValue =
  | string
  | number
  | boolean
  | null
  | readonly HelmValue[]
  | { readonly [key: string]: HelmValue };

/** Values of a chart, by key. */
export type HelmValues = Readonly<Record<string, HelmValue>>;

/** Options of Helm for a chart; Helm decides where an option is absent. */
export interface HelmFlags {
  /**
   * Whether a release counts as installed only when its objects are ready.
   *
   * @default - it counts as installed as soon as its objects are applied
   * @see HelmChartProxy.spec.options.wait (addons.cluster.x-k8s.io)
   */
  readonly wait?: boolean;
  /**
   * Whether Jobs must be complete too; requires `wait` or `atomic`.
   *
   * @default - Jobs do not have to be complete
   * @see HelmChartProxy.spec.options.waitForJobs (addons.cluster.x-k8s.io)
   */
  readonly waitForJobs?: boolean;
  /**
   * Whether a failed upgrade is rolled back, and a failed installation deleted before a retry; it waits as `wait` does.
   *
   * @default - a failed release stays and is upgraded again
   * @see HelmChartProxy.spec.options.atomic (addons.cluster.x-k8s.io)
   */
  readonly atomic?: boolean;
  /**
   * Whether the CRDs in the chart's folder `crds` are skipped, because something else installs them.
   *
   * @default - missing CRDs are created; Helm never changes them afterwards
   * @see HelmChartProxy.spec.options.skipCRDs (addons.cluster.x-k8s.io)
   */
  readonly skipCRDs?: boolean;
  /**
   * Whether the hooks of the chart are disabled.
   *
   * @default - hooks run
   * @see HelmChartProxy.spec.options.disableHooks (addons.cluster.x-k8s.io)
   */
  readonly disableHooks?: boolean;
  /**
   * Whether the release takes ownership of existing objects that belong to no release or to another one.
   *
   * @default - the release fails if there are such objects
   * @see HelmChartProxy.spec.options.takeOwnership (addons.cluster.x-k8s.io)
   */
  readonly takeOwnership?: boolean;
  /**
   * Whether objects that an upgrade has created are deleted if it fails.
   *
   * @default - they stay
   * @see HelmChartProxy.spec.options.upgrade.cleanupOnFail (addons.cluster.x-k8s.io)
   */
  readonly cleanupOnFail?: boolean;
  /**
   * Maximum number of revisions of the release that are kept in the cluster.
   *
   * @default 10
   * @see HelmChartProxy.spec.options.upgrade.maxHistory (addons.cluster.x-k8s.io)
   */
  readonly maxHistory?: number;
  /**
   * Key of a Secret with the credentials of an OCI registry, in the format of Docker's `config.json`.
   *
   * @default - the chart is pulled without credentials
   * @see HelmChartProxy.spec.credentials (addons.cluster.x-k8s.io)
   */
  readonly credentials?: SecretKey;
  /**
   * Key `ca.crt` of a Secret with the CA certificates of an OCI registry; the provider reads no other key.
   *
   * @default - the CAs that the provider's image trusts
   * @see HelmChartProxy.spec.tlsConfig.caSecret (addons.cluster.x-k8s.io)
   */
  readonly ca?: SecretKey;
}

/** Key of the certificates in the Secret that {@link HelmFlags.ca} names. */
export const HELM_CA_KEY = 'ca.crt';

/** Chart that the management cluster installs into a workload cluster, as plain data. */
export interface HelmChartModel extends HelmFlags {
  /** Name of the chart in its repository. */
  readonly chart: string;
  /** URL of the repository. */
  readonly repository: string;
  /** Version of the chart. */
  readonly version: string;
  /** Name of the release. */
  readonly releaseName: string;
  /** Namespace that the release is installed into. */
  readonly namespace: string;
  /** Values that override the chart's defaults. */
  readonly values: HelmValues;
  /** Timeout of each Helm operation; absent for the provider's default. */
  readonly timeoutSeconds?: number;
}

/** Returns the name of the HelmChartProxy of an addon. */
export function helmChartName(cluster: { readonly name: string }, addon: string): string {
  return `${cluster.name}-${addon}`;
}

/** Merges values over others, key by key; lists and all other values that are not maps are replaced as a whole. */
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
