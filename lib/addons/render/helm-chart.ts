import { contentHash } from '../../base/content-hash';
import { goDuration } from '../../base/duration';
import { compact, type Fields, isEmpty } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { EmitDocuments } from '../../base/yaml-documents';
import { CLUSTER_LABEL, metadata } from '../../cluster/render/metadata';
import type { EquippedCluster } from '../model/cluster';
import { type HelmChartModel, helmChartName } from '../model/helm-chart';

/** Version of the group in which the add-on provider for Helm has its kinds. */
const API_VERSION = 'addons.cluster.x-k8s.io/v1alpha1';

/** HelmChartProxy that installs a chart into one cluster, and follows changes of it; without values Helm would keep those before. */
export function renderHelmChart(
  cluster: EquippedCluster,
  addon: string,
  model: HelmChartModel,
  emitDocuments: EmitDocuments,
): Manifest {
  const { chart, repository, version, releaseName, namespace, values } = model;
  const access = accessFields(model);
  const upgrade = upgradeFields(model);
  const flags = compact({ ...flagFields(model), upgrade });
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
      ...access,
      options: {
        install: { createNamespace: true },
        ...flags,
        ...(isEmpty(values) && { upgrade: { ...upgrade, resetValues: true } }),
      },
      ...compact({
        valuesTemplate: plainTemplate(
          `${mark({ ...access, ...flags })}${isEmpty(values) ? '' : emitDocuments([values])}`,
        ),
      }),
    },
  };
}

function accessFields({ credentials, ca }: HelmChartModel): Fields {
  return compact({
    credentials: credentials && { secret: { name: credentials.name }, key: credentials.key },
    tlsConfig: ca && { caSecret: { name: ca.name } },
  });
}

function flagFields({ timeoutSeconds, ...flags }: HelmChartModel): Fields {
  const { wait, waitForJobs, atomic, skipCRDs, disableHooks, takeOwnership } = flags;
  return compact({
    atomic,
    wait,
    waitForJobs,
    timeout: goDuration(timeoutSeconds),
    skipCRDs,
    disableHooks,
    takeOwnership,
  });
}

function upgradeFields({ cleanupOnFail, maxHistory }: HelmChartModel): Fields {
  return compact({ cleanupOnFail, maxHistory });
}

/** Comment by which values change with fields that the provider takes over only when values do. */
function mark(fields: Fields): string {
  return isEmpty(fields) ? '' : `# options ${contentHash(fields)}\n`;
}

/** Template that gives a text as it stands: braces that would open an action are printed by one. */
function plainTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
