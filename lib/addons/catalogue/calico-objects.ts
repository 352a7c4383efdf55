import type { Chart } from 'cdk8s';
import { contentHash } from '../../base/content-hash';
import type { Manifest } from '../../base/manifest';
import type { CalicoImages } from './calico-images';
import { manifestParts } from './calico-manifest';
import { type InstallerPod, installerPod } from './calico-pod';
import { INSTALLER_NAMESPACE, type InstallerRights, type InstallerRule } from './calico-rights';
import type { Download } from './calico-script';
import { freshManifests, type KubernetesKinds, scratchManifests } from './scratch-chart';
import { addServiceAccount, RBAC_GROUP } from './service-account';

const NAME = 'calico-installer';
const LABELS = { 'app.kubernetes.io/name': NAME };
const BACKOFF_LIMIT = 20;

/** Source of the manifests that the Job applies: a download, or parts of a text in ConfigMaps. */
export type JobSource =
  | { readonly kind: 'download'; readonly download: Download }
  | { readonly kind: 'configMaps'; readonly names: readonly string[]; readonly textHash: string };

/** Settings of the Job. */
export interface InstallerSettings {
  /** Images that it runs. */
  readonly images: Required<CalicoImages>;
  /** Source of the manifests. */
  readonly source: JobSource;
  /** Permissions to apply them. */
  readonly rights: InstallerRights;
}

/** Inline manifests in ConfigMaps. */
export interface InlineManifest {
  /** ConfigMaps by name, each in its own list. */
  readonly maps: ReadonlyMap<string, readonly Manifest[]>;
  /** Hash of the text. */
  readonly hash: string;
}

const CACHED_INLINES = 16;
const inlines = new Map<string, InlineManifest>();

/** Splits inline manifests into ConfigMaps that are small enough; equal texts share them. */
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
      metadata: { name, namespace: INSTALLER_NAMESPACE, labels: LABELS },
      data: { [`${name}.yaml`]: text },
    });
  });
}

/**
 * Builds the Job that installs Calico, with the permissions that it has until it is done.
 *
 * All names change with what the Job does, so that a Job that ends does not revoke the permissions of another.
 */
export function installerObjects(settings: InstallerSettings): readonly Manifest[] {
  return scratchManifests(['calico-installer', settings], (chart, k8s) => {
    const name = `${NAME}-${contentHash([installerPod(k8s, podOf(settings, '')), settings])}`;
    const metadata = { name, namespace: INSTALLER_NAMESPACE, labels: LABELS };
    addRights(chart, k8s, metadata, settings.rights);
    new k8s.KubeJob(chart, 'job', {
      metadata,
      spec: {
        backoffLimit: BACKOFF_LIMIT,
        template: { metadata: { labels: LABELS }, spec: installerPod(k8s, podOf(settings, name)) },
      },
    });
  });
}

function podOf({ images, source }: InstallerSettings, name: string): InstallerPod {
  return {
    name,
    images,
    ...(source.kind === 'download' ? { download: source.download } : { configMaps: source.names }),
  };
}

function addRights(
  chart: Chart,
  k8s: KubernetesKinds,
  metadata: Parameters<typeof addServiceAccount>[2],
  { clusterWide, ownNamespace }: InstallerRights,
): void {
  addServiceAccount(chart, k8s, metadata, {
    clusterWide: [...clusterWide, ...rightsToEnd(metadata.name)].map(mutable),
    ownNamespace: ownNamespace.map(mutable),
  });
}

/** Returns the rules that let the Job revoke its own permissions. */
function rightsToEnd(name: string): readonly InstallerRule[] {
  const apiGroups = [RBAC_GROUP];
  const resourceNames = [name];
  return [
    {
      apiGroups,
      resources: ['clusterrolebindings'],
      verbs: ['get', 'delete'],
      resourceNames: [name, NAME],
    },
    { apiGroups, resources: ['clusterroles'], verbs: ['patch'], resourceNames },
    { apiGroups, resources: ['roles', 'rolebindings'], verbs: ['delete'], resourceNames },
  ];
}

function mutable({ apiGroups, resources, verbs, resourceNames }: InstallerRule) {
  return {
    apiGroups: [...apiGroups],
    resources: [...resources],
    verbs: [...verbs],
    ...(resourceNames === undefined ? {} : { resourceNames: [...resourceNames] }),
  };
}
