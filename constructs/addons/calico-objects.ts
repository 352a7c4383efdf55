import type { Manifest } from '../../lib/model/addon';
import { contentHash } from '../../lib/model/content-hash';
import { manifestParts } from './calico-manifest';
import { type Download, downloadScript, MANIFEST_FOLDER, WAIT_SCRIPT } from './calico-script';
import { type KubernetesKinds, scratchManifests } from './scratch-chart';
import { BOOTSTRAP_TOLERATIONS } from './tolerations';

/** Namespace of the Job and of Calico itself. */
const NAMESPACE = 'kube-system';
const NAME = 'calico-installer';
const LABELS = { 'app.kubernetes.io/name': NAME };
const CURL_IMAGE = 'curlimages/curl:8.11.1';
const KUBECTL_REPOSITORY = 'registry.k8s.io/kubectl';
const BACKOFF_LIMIT = 20;
const VOLUME = 'manifest';

/** What the Job applies: a download, or parts of a text in ConfigMaps. */
export type JobSource =
  | { readonly kind: 'download'; readonly download: Download }
  | { readonly kind: 'configMaps'; readonly names: readonly string[]; readonly textHash: string };

/** Account of the Job, and the rights that it needs to install a network plugin. */
export function installerRights(): readonly Manifest[] {
  return scratchManifests('calico-installer-rights', (chart, k8s) => {
    new k8s.KubeServiceAccount(chart, 'account', {
      metadata: { name: NAME, namespace: NAMESPACE, labels: LABELS },
    });
    new k8s.KubeClusterRoleBinding(chart, 'binding', {
      metadata: { name: NAME, labels: LABELS },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
      subjects: [{ kind: 'ServiceAccount', name: NAME, namespace: NAMESPACE }],
    });
  });
}

/** ConfigMaps that carry an inline text, in parts that are small enough. */
export function manifestConfigMaps(text: string): readonly Manifest[] {
  return scratchManifests(['calico-manifest', text], (chart, k8s) => {
    manifestParts(text).forEach((part, index) => {
      const name = `calico-manifest-${index + 1}`;
      new k8s.KubeConfigMap(chart, name, {
        metadata: { name, namespace: NAMESPACE, labels: LABELS },
        data: { [`${name}.yaml`]: part },
      });
    });
  });
}

/** Job that installs Calico, whose name changes with what it does. */
export function installerJob(kubectlVersion: string, source: JobSource): readonly Manifest[] {
  const inputs = { kind: 'calico-job', kubectlVersion, source };
  return scratchManifests(inputs, (chart, k8s) => {
    const spec = jobSpec(kubectlVersion, source);
    new k8s.KubeJob(chart, 'job', {
      metadata: {
        name: `${NAME}-${contentHash([spec, source.kind === 'configMaps' ? source.textHash : ''])}`,
        namespace: NAMESPACE,
        labels: LABELS,
      },
      spec,
    });
  });
}

type JobSpec = NonNullable<
  NonNullable<ConstructorParameters<KubernetesKinds['KubeJob']>[2]>['spec']
>;
type PodSpec = NonNullable<JobSpec['template']['spec']>;

function jobSpec(kubectlVersion: string, source: JobSource): JobSpec {
  return {
    backoffLimit: BACKOFF_LIMIT,
    template: { metadata: { labels: LABELS }, spec: podSpec(kubectlVersion, source) },
  };
}

function podSpec(kubectlVersion: string, source: JobSource): PodSpec {
  return {
    serviceAccountName: NAME,
    restartPolicy: 'OnFailure',
    hostNetwork: true,
    dnsPolicy: 'Default',
    priorityClassName: 'system-cluster-critical',
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [...BOOTSTRAP_TOLERATIONS],
    initContainers: [
      { name: 'wait-for-api-server', image: CURL_IMAGE, command: ['sh', '-c', WAIT_SCRIPT] },
      ...downloads(source),
    ],
    containers: [
      {
        name: 'apply',
        image: `${KUBECTL_REPOSITORY}:${kubectlVersion}`,
        command: [
          'kubectl',
          'apply',
          '--server-side',
          '--force-conflicts',
          '-f',
          `${MANIFEST_FOLDER}/`,
        ],
        volumeMounts: [{ name: VOLUME, mountPath: MANIFEST_FOLDER, readOnly: true }],
      },
    ],
    volumes: [manifestVolume(source)],
  };
}

function downloads(source: JobSource): NonNullable<PodSpec['initContainers']> {
  if (source.kind === 'configMaps') return [];
  return [
    {
      name: 'download',
      image: CURL_IMAGE,
      command: ['sh', '-c', downloadScript(source.download)],
      volumeMounts: [{ name: VOLUME, mountPath: MANIFEST_FOLDER }],
    },
  ];
}

function manifestVolume(source: JobSource): NonNullable<PodSpec['volumes']>[number] {
  if (source.kind === 'download') return { name: VOLUME, emptyDir: {} };
  return {
    name: VOLUME,
    projected: { sources: source.names.map((name) => ({ configMap: { name } })) },
  };
}
