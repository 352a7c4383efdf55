import type { Duration } from 'cdk8s';
import { secondsOf } from '../../base/duration';
import type { HelmFlags, HelmValues } from '../model/helm-chart';
import type { DescribeAddon } from './addon-parts';

/** Options of {@link Addon.helmChart}. */
export interface HelmChartOptions extends HelmFlags {
  /**
   * Name of the chart in its repository.
   *
   * @see HelmChartProxy.spec.chartName (addons.cluster.x-k8s.io)
   */
  readonly chart: string;
  /**
   * URL of the repository: `https://…`, or `oci://…` without the chart.
   *
   * @see HelmChartProxy.spec.repoURL (addons.cluster.x-k8s.io)
   */
  readonly repository: string;
  /**
   * Version of the chart.
   *
   * @see HelmChartProxy.spec.version (addons.cluster.x-k8s.io)
   */
  readonly version: string;
  /**
   * Name of the release.
   *
   * @default - the name of the addon
   * @see HelmChartProxy.spec.releaseName (addons.cluster.x-k8s.io)
   */
  readonly releaseName?: string;
  /**
   * Namespace that the release is installed into; it is created.
   *
   * @default - the name of the addon
   * @see HelmChartProxy.spec.namespace (addons.cluster.x-k8s.io)
   */
  readonly namespace?: string;
  /**
   * Values that override the chart's defaults. They are passed unchanged: braces in them are not a template.
   *
   * @default - the chart's defaults
   * @see HelmChartProxy.spec.valuesTemplate (addons.cluster.x-k8s.io)
   */
  readonly values?: HelmValues;
  /**
   * Timeout of each Helm operation, such as waiting for objects or a hook.
   *
   * @default Duration.minutes(10)
   * @see HelmChartProxy.spec.options.timeout (addons.cluster.x-k8s.io)
   */
  readonly timeout?: Duration;
}

/** Describes a chart that the management cluster installs. */
export function describeHelmChart({
  values = {},
  timeout,
  ...options
}: HelmChartOptions): DescribeAddon {
  const timeoutSeconds = secondsOf(timeout);
  return (_, { name }) => ({
    type: 'helm-chart',
    strategy: 'Reconcile',
    version: options.version,
    payload: [],
    helmChart: {
      releaseName: name,
      namespace: name,
      ...options,
      values,
      ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    },
  });
}
