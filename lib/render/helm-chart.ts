import type { Manifest } from '../model/addon';
import type { ClusterModel } from '../model/cluster';
import { type HelmChartModel, helmChartName } from '../model/helm-chart';
import { isEmpty } from './fields';
import { CLUSTER_LABEL, metadata } from './metadata';
import type { EmitDocuments } from './payload-texts';

/** Version of the group in which the add-on provider for Helm has its kinds. */
const API_VERSION = 'addons.cluster.x-k8s.io/v1alpha1';

/** HelmChartProxy that installs a chart into one cluster, and follows changes of it. */
export function renderHelmChart(
  cluster: ClusterModel,
  addon: string,
  { chart, repository, version, releaseName, namespace, values }: HelmChartModel,
  emitDocuments: EmitDocuments,
): Manifest {
  return {
    apiVersion: API_VERSION,
    kind: 'HelmChartProxy',
    metadata: metadata(cluster, helmChartName(cluster, addon), {}),
    spec: {
      clusterSelector: { matchLabels: { [CLUSTER_LABEL]: cluster.name } },
      repoURL: repository,
      chartName: chart,
      version,
      releaseName,
      namespace,
      reconcileStrategy: 'Continuous',
      options: { install: { createNamespace: true } },
      ...(isEmpty(values) ? {} : { valuesTemplate: plainTemplate(emitDocuments([values])) }),
    },
  };
}

/** Template that gives a text as it stands: braces that would open an action are printed by one. */
function plainTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
