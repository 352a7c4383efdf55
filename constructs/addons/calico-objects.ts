import type { Manifest } from '../../lib/model/addon';
import { contentHash } from '../../lib/model/content-hash';
import { manifestParts } from './calico-manifest';
import { type Download, downloadScript, MANIFEST_FOLDER, WAIT_SCRIPT } from './calico-script';
import { freshManifests, type KubernetesKinds, scratchManifests } from './scratch-chart';
import { BOOTSTRAP_TOLERATIONS } from './tolerations';

/** Namespace of the Job and of Calico itself. */
const NAMESPACE = 'kube-system';
const NAME = 'calico-installer';
const LABELS = { 'app.kubernetes.io/name': NAME };
const BACKOFF_LIMIT = 20;
const VOLUME = 'manifest';

/** Images that the Job runs. */
export interface InstallerImages {
  readonly curl: string;
  readonly kubectl: string;
}

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

/** Inline text in ConfigMaps. */
export interface InlineManifest {
  /** ConfigMaps, each in a list of its own, by their names. */
  readonly maps: ReadonlyMap<string, readonly Manifest[]>;
  /** Hash of the text. */
  readonly hash: string;
}

const CACHED_INLINES = 16;
const inlines = new Map<string, InlineManifest>();

/** Inline text in ConfigMaps that are small enough; equal texts share them. */
export function inlineManifest(text: string): InlineManifest {
  const known = inlines.get(text);
  if (known !== undefined) return known;
  const maps = new Map(
    manifestParts(text).map((part, index) => {
      const name = `calico-manifest-${index + 1}`;
      return [name, manifestConfigMap(name, part)] as const;
    }),
  );
  const made = { maps, hash: contentHash(text) };
  if (inlines.size >= CACHED_INLINES) inlines.clear();
  inlines.set(text, made);
  return made;
}

function manifestConfigMap(name: string, text: string): readonly Manifest[] {
  return freshManifests((chart, k8s) => {
    new k8s.KubeConfigMap(chart, name, {
      metadata: { name, namespace: NAMESPACE, labels: LABELS },
      data: { [`${name}.yaml`]: text },
    });
  });
}

/** Job that installs Calico, whose name changes with what it does. */
export function installerJob(images: InstallerImages, source: JobSource): readonly Manifest[] {
  const inputs = { kind: 'calico-job', images, source };
  return scratchManifests(inputs, (chart, k8s) => {
    const spec = jobSpec(images, source);
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

function jobSpec(images: InstallerImages, source: JobSource): JobSpec {
  return {
    backoffLimit: BACKOFF_LIMIT,
    template: { metadata: { labels: LABELS }, spec: podSpec(images, source) },
  };
}

function podSpec({ curl, kubectl }: InstallerImages, source: JobSource): PodSpec {
  return {
    serviceAccountName: NAME,
    restartPolicy: 'OnFailure',
    hostNetwork: true,
    dnsPolicy: 'Default',
    priorityClassName: 'system-cluster-critical',
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [...BOOTSTRAP_TOLERATIONS],
    initContainers: [
      { name: 'wait-for-api-server', image: curl, command: ['sh', '-c', WAIT_SCRIPT] },
      ...downloads(curl, source),
    ],
    containers: [
      {
        name: 'apply',
        image: kubectl,
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

function downloads(image: string, source: JobSource): NonNullable<PodSpec['initContainers']> {
  if (source.kind === 'configMaps') return [];
  return [
    {
      name: 'download',
      image,
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
