import type { SecretKey } from '../../secrets/model/secret-key';

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

/** What Helm is told besides the chart; what is absent is left to Helm. */
export interface HelmFlags {
  /**
   * Whether a release counts as installed once its objects are ready.
   *
   * @default - as soon as they are written
   * @see HelmChartProxy.spec.options.wait (addons.cluster.x-k8s.io)
   */
  readonly wait?: boolean;
  /**
   * Whether Jobs must be complete too; for charts with `wait` or `atomic`.
   *
   * @default - they need not
   * @see HelmChartProxy.spec.options.waitForJobs (addons.cluster.x-k8s.io)
   */
  readonly waitForJobs?: boolean;
  /**
   * Whether an upgrade that fails is rolled back, and an installation deleted before it is tried again; it waits as `wait` does.
   *
   * @default - what failed stays, and is upgraded again
   * @see HelmChartProxy.spec.options.atomic (addons.cluster.x-k8s.io)
   */
  readonly atomic?: boolean;
  /**
   * Whether CRDs of the chart's folder `crds` are left out, for something else to bring them.
   *
   * @default - those that are not there are made; Helm never changes them afterwards
   * @see HelmChartProxy.spec.options.skipCRDs (addons.cluster.x-k8s.io)
   */
  readonly skipCRDs?: boolean;
  /**
   * Whether hooks of the chart are left out.
   *
   * @default - they run
   * @see HelmChartProxy.spec.options.disableHooks (addons.cluster.x-k8s.io)
   */
  readonly disableHooks?: boolean;
  /**
   * Whether the release takes over objects that exist and belong to no release or another.
   *
   * @default - it fails at them
   * @see HelmChartProxy.spec.options.takeOwnership (addons.cluster.x-k8s.io)
   */
  readonly takeOwnership?: boolean;
  /**
   * Whether objects that an upgrade has made are deleted where it fails.
   *
   * @default - they stay
   * @see HelmChartProxy.spec.options.upgrade.cleanupOnFail (addons.cluster.x-k8s.io)
   */
  readonly cleanupOnFail?: boolean;
  /**
   * Most revisions of the release that are kept in the cluster.
   *
   * @default 10
   * @see HelmChartProxy.spec.options.upgrade.maxHistory (addons.cluster.x-k8s.io)
   */
  readonly maxHistory?: number;
  /**
   * Key of a Secret with the credentials of an OCI registry, as Docker's `config.json` has them.
   *
   * @default - the chart is pulled without
   * @see HelmChartProxy.spec.credentials (addons.cluster.x-k8s.io)
   */
  readonly credentials?: SecretKey;
  /**
   * Key `ca.crt` of a Secret with the certificates that vouch for an OCI registry; the provider reads no other key.
   *
   * @default - the authorities that the provider's image knows
   * @see HelmChartProxy.spec.tlsConfig.caSecret (addons.cluster.x-k8s.io)
   */
  readonly ca?: SecretKey;
}

/** Key of certificates in the Secret that {@link HelmFlags.ca} names. */
export const HELM_CA_KEY = 'ca.crt';

/** Chart that the management cluster installs into a workload cluster, as plain data. */
export interface HelmChartModel extends HelmFlags {
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
  /** Time for each of Helm's operations; absent for the provider's own. */
  readonly timeoutSeconds?: number;
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
