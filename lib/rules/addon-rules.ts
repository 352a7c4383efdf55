import { leaveOut, write } from '../fix';
import type { AddonModel, UnreadableFile } from '../model/addon';
import type { ClusterModel } from '../model/cluster';
import { tryParseKubernetesVersion } from '../model/kubernetes-version';
import { compareMinors } from '../model/profile';
import { isObjectName, toDnsLabel } from './names';
import { payloadMistakes } from './payload-documents';
import type { Rule } from './rule';
import type { AddonSubject } from './subjects';
import { quotedList } from './words';

/** Types of addons whose minor is that of Kubernetes. */
const WITH_KUBERNETES = new Set(['openstack-cloud-controller-manager', 'cinder-csi']);
/** First patch releases that know v1beta2 references, by minor; later minors always do. */
const LEAST_AUTOSCALER_PATCHES: Readonly<Record<string, number>> = {
  '1.30': 7,
  '1.31': 5,
  '1.32': 7,
};
const RESOURCE_SET =
  'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_helpers.go';

const FILE_FIXES: Readonly<Record<UnreadableFile['reason'], string>> = {
  missing: "write the path from where the program runs, or join(__dirname, '…')",
  folder: 'name a file in it',
  forbidden: 'let the user that runs the program read it',
};

/** Rules on the addons of a cluster together. */
export const CLUSTER_ADDON_RULES: readonly Rule<ClusterModel>[] = [
  {
    id: 'one-cni',
    reason: 'Two network plugins give each pod two networks, of which one at most works.',
    source:
      'kubernetes/website@main:content/en/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins.md',
    check({ addons }, refuse) {
      const plugins = addons.filter((addon) => addon.cni !== undefined);
      const [first, ...others] = plugins;
      if (first === undefined) return;
      for (const { path, name } of others) {
        refuse(
          { path, prop: 'name' },
          {
            given: name,
            allowed: `one network plugin, of which ${quotedList(plugins.map((addon) => addon.name))} are several`,
            fix: `leave out ${JSON.stringify(name)} or ${JSON.stringify(first.name)}`,
          },
        );
      }
    },
  },
];

/** Rules on a single addon. */
export const ADDON_RULES: readonly Rule<AddonSubject>[] = [
  {
    id: 'addon-version',
    reason: 'These releases go with the Kubernetes release of the same minor.',
    source:
      'CPO@HEAD:docs/openstack-cloud-controller-manager/using-openstack-cloud-controller-manager.md',
    check({ cluster, addon }, refuse) {
      const { path, version, type } = addon;
      if (version === undefined || !WITH_KUBERNETES.has(type)) return;
      const kubernetes = tryParseKubernetesVersion(cluster.kubernetesVersion);
      if (kubernetes === undefined) return;
      if (tryParseKubernetesVersion(version)?.series === kubernetes.series) return;
      refuse(
        { path, prop: 'version' },
        {
          given: version,
          allowed: `a release of ${kubernetes.series}, the minor of Kubernetes`,
          fix: leaveOut({ ends: ' to have the release that goes with the cluster' }),
        },
      );
    },
  },
  {
    id: 'autoscaler-minor',
    reason:
      'An autoscaler reckons with the scheduler of its own minor, and an older one does not know what newer nodes have.',
    source: 'CA@cluster-autoscaler-1.36.1:cluster-autoscaler/README.md',
    check({ cluster, addon: { path, type, version } }, refuse) {
      if (type !== 'cluster-autoscaler' || version === undefined) return;
      const kubernetes = tryParseKubernetesVersion(cluster.kubernetesVersion);
      if (kubernetes === undefined) return;
      const release = tryParseKubernetesVersion(version);
      if (release !== undefined && compareMinors(release.series, kubernetes.series) >= 0) return;
      refuse(
        { path, prop: 'version' },
        {
          given: version,
          allowed: `a release of ${kubernetes.series}, the minor of Kubernetes, or a newer one`,
          fix: leaveOut({ ends: ' to have the release that goes with the cluster' }),
        },
      );
    },
  },
  {
    id: 'autoscaler-release',
    reason: 'Older releases of the autoscaler do not read references without a version.',
    source: 'CA@cluster-autoscaler-1.32.7:cluster-autoscaler/cloudprovider/clusterapi/README.md',
    check({ cluster, addon: { path, type, version } }, refuse) {
      if (type !== 'cluster-autoscaler' || version === undefined) return;
      if (cluster.profile.core === 'v1beta1') return;
      const release = tryParseKubernetesVersion(version);
      const least = LEAST_AUTOSCALER_PATCHES[release?.series ?? ''];
      if (release === undefined || least === undefined || release.patch >= least) return;
      refuse(
        { path, prop: 'version' },
        {
          given: version,
          allowed: `${release.series}.${least} or newer with Cluster API ${cluster.profile.clusterApi}`,
          fix: write(`${release.series}.${least}`, { or: 'leave it out' }),
        },
      );
    },
  },
  {
    id: 'payload-file',
    reason: 'The objects of an addon are read when the fleet is written.',
    source: RESOURCE_SET,
    check({ addon: { path, unreadable } }, refuse) {
      if (unreadable === undefined) return;
      const { file, reason } = unreadable;
      const finding = { given: file, allowed: 'a file that is there and may be read' };
      refuse({ path, prop: 'manifest' }, { ...finding, fix: FILE_FIXES[reason] });
    },
  },
  {
    id: 'payload-documents',
    reason: 'An object without API version, kind or name makes the whole resource fail.',
    source: RESOURCE_SET,
    check({ addon }, refuse) {
      for (const text of payloadTexts(addon)) {
        for (const finding of payloadMistakes(text)) {
          refuse({ path: addon.path, prop: 'manifest' }, finding);
        }
      }
    },
  },
  {
    id: 'payload-empty',
    reason: 'A ClusterResourceSet names at least one resource.',
    source: 'CAPI@v1.14.0:core/config/crd/bases/addons.cluster.x-k8s.io_clusterresourcesets.yaml',
    check({ addon: { path, payload, managementObjects, helmChart, unreadable } }, refuse) {
      if (managementObjects.length > 0 || helmChart !== undefined) return;
      if (unreadable !== undefined) return;
      if (payload.some((one) => one.kind === 'existingSecret' || one.entries.length > 0)) return;
      refuse(
        { path, prop: 'manifest' },
        {
          given: [],
          allowed: 'at least one object',
          fix: 'give it an object, or leave the addon out',
        },
      );
    },
  },
  {
    id: 'payload-secret-name',
    reason: 'Kubernetes takes no other names for Secrets.',
    source: RESOURCE_SET,
    check({ addon: { path, payload } }, refuse) {
      for (const one of payload) {
        if (one.kind !== 'existingSecret' || isObjectName(one.secretName)) continue;
        const better = toDnsLabel(one.secretName);
        refuse(
          { path, prop: 'secretName' },
          {
            given: one.secretName,
            allowed: 'lower-case letters, digits, dashes and dots, a letter or digit at both ends',
            fix: better === undefined ? 'write the name of the Secret' : write(better),
          },
        );
      }
    },
  },
];

function payloadTexts({ payload, carriedTexts = [] }: AddonModel): string[] {
  const texts: string[] = [...carriedTexts];
  for (const one of payload) {
    if (one.kind === 'existingSecret') continue;
    for (const { documents } of one.entries) {
      if (typeof documents === 'string') texts.push(documents);
    }
  }
  return texts;
}
