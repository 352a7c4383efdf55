import { leaveOut, write } from '../../base/fix';
import { type KubernetesVersion, tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { UNREADABLE_FIXES } from '../../base/unreadable';
import { quotedList } from '../../base/words';
import { tryParseImage } from '../../cluster/model/image-reference';
import { isObjectName, toDnsLabel } from '../../cluster/rules/names';
import type { AddonModel } from '../model/addon';
import type { EquippedCluster } from '../model/cluster';
import { isMisplaced } from './addon-cloud-rules';
import { payloadMistakes } from './payload-documents';
import type { AddonSubject } from './subjects';

/** First patch releases that know v1beta2 references, by minor; later minors always do. */
const LEAST_AUTOSCALER_PATCHES: Readonly<Record<string, number>> = {
  '1.30': 7,
  '1.31': 5,
  '1.32': 7,
};
const RESOURCE_SET =
  'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_helpers.go';

/** Rules on the addons of a cluster together. */
export const CLUSTER_ADDON_RULES: readonly Rule<EquippedCluster>[] = [
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
    reason:
      'A component may lag behind the API server while a cluster is upgraded, and what is newer may ask for what it has not.',
    source: 'kubernetes/website@main:content/en/releases/version-skew-policy.md',
    check({ cluster, addon }, refuse) {
      const { skew } = addon;
      const kubernetes = tryParseKubernetesVersion(cluster.kubernetesVersion);
      if (skew === undefined || kubernetes === undefined) return;
      const oldest = `${kubernetes.major}.${kubernetes.minor - skew.older}`;
      for (const { prop, given, release } of releasesOf(addon)) {
        const ahead = minorsAhead(release, kubernetes);
        if (ahead !== undefined && ahead >= -skew.older && ahead <= skew.newer) continue;
        refuse(
          { path: addon.path, prop },
          {
            given,
            allowed:
              skew.newer === 0
                ? `a release of ${oldest} or ${kubernetes.series}, the minor of Kubernetes`
                : `a release of ${oldest}, or a newer one`,
            fix: leaveOut({ ends: ' to have the release that goes with the cluster' }),
          },
        );
      }
    },
  },
  {
    id: 'autoscaler-release',
    reason: 'Older releases of the autoscaler do not read references without a version.',
    source: 'CA@cluster-autoscaler-1.32.7:cluster-autoscaler/cloudprovider/clusterapi/README.md',
    check({ cluster, addon }, refuse) {
      if (addon.type !== 'cluster-autoscaler' || cluster.profile.core === 'v1beta1') return;
      for (const { prop, given, release: text } of releasesOf(addon)) {
        const release = tryParseKubernetesVersion(text);
        const least = LEAST_AUTOSCALER_PATCHES[release?.series ?? ''];
        if (release === undefined || least === undefined || release.patch >= least) continue;
        const better = `${release.series}.${least}`;
        refuse(
          { path: addon.path, prop },
          {
            given,
            allowed: `${better} or newer with Cluster API ${cluster.profile.clusterApi}`,
            fix: prop === 'version' ? write(better, { or: 'leave it out' }) : leaveOut(),
          },
        );
      }
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
      refuse({ path, prop: 'manifest' }, { ...finding, fix: UNREADABLE_FIXES[reason] });
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
    check({ cluster, addon }, refuse) {
      const { path, payload, managementObjects, helmChart, unreadable } = addon;
      if (isMisplaced(cluster, addon)) return;
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
          { path, prop: one.prop ?? 'credentialsSecret' },
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

/** Release of an addon's program, where a prop says it. */
interface ToldRelease {
  readonly prop: string;
  readonly given: string;
  readonly release: string;
}

/** Releases that an addon is told to have: by its version, and by the tag of its image, which is what runs. */
function releasesOf({ skew, version, images = {} }: AddonModel): readonly ToldRelease[] {
  const prop = skew?.imageProp ?? 'image';
  const given = images[prop];
  const tag = tryParseImage(given)?.tag;
  const isRelease = tag !== undefined && tryParseKubernetesVersion(tag) !== undefined;
  return [
    ...(version === undefined ? [] : [{ prop: 'version', given: version, release: version }]),
    ...(given === undefined || !isRelease ? [] : [{ prop, given, release: tag }]),
  ];
}

function minorsAhead(version: string, kubernetes: KubernetesVersion): number | undefined {
  const release = tryParseKubernetesVersion(version);
  return release?.major === kubernetes.major ? release.minor - kubernetes.minor : undefined;
}

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
