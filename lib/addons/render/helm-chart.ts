import { contentHash } from '../../base/content-hash';
import { goDuration } from '../../base/duration';
import { compact, type Fields, isEmpty } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { EmitDocuments } from '../../base/yaml-documents';
import { CLUSTER_LABEL, metadata } from '../../cluster/render/metadata';
import type { EquippedCluster } from '../model/cluster';
import { type HelmChartModel, helmChartName } from '../model/helm-chart';

/** API version of the kinds of the add-on provider for Helm. */
const API_VERSION = 'addons.cluster.x-k8s.io/v1alpha1';

/**
 * Renders the HelmChartProxy that installs a chart into one cluster and follows its changes.
 *
 * Without values it sets `resetValues`, because Helm would otherwise keep the previous values.
 */
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

/** Returns a comment that changes with the fields, because the provider applies them only when the values change. */
function mark(fields: Fields): string {
  return isEmpty(fields) ? '' : `# options ${contentHash(fields)}\n`;
}

/** Escapes a text so that a template prints it unchanged: an action prints braces that would otherwise open one. */
function plainTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
