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

/** First patch releases that support v1beta2 references, by minor version; later minor versions always do. */
const LEAST_AUTOSCALER_PATCHES: Readonly<Record<string, number>> = {
  '1.30': 7,
  '1.31': 5,
  '1.32': 7,
};
const RESOURCE_SET =
  'CAPI@v1.14.0:core/reconcilers/clusterresourceset/clusterresourceset_helpers.go';

/** Rules on all addons of a cluster together. */
export const CLUSTER_ADDON_RULES: readonly Rule<EquippedCluster>[] = [
  {
    id: 'one-cni',
    reason: 'Two network plugins give each pod two networks, and at most one of them works.',
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
            allowed: `one network plugin; ${quotedList(plugins.map((addon) => addon.name))} each install one`,
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
      'A component can be older than the API server during an upgrade, but a newer one may need features that the server lacks.',
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
                ? `a release of ${oldest} or ${kubernetes.series}, the minor version of Kubernetes`
                : `a release of ${oldest} or newer`,
            fix: leaveOut({ ends: ' to use the release that matches the cluster' }),
          },
        );
      }
    },
  },
  {
    id: 'autoscaler-release',
    reason: 'Older releases of the autoscaler cannot read references without an API version.',
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
    reason: 'Synth reads the objects of an addon from this file.',
    source: RESOURCE_SET,
    check({ addon: { path, unreadable } }, refuse) {
      if (unreadable === undefined) return;
      const { file, reason } = unreadable;
      const finding = { given: file, allowed: 'an existing file that the program can read' };
      refuse({ path, prop: 'manifest' }, { ...finding, fix: UNREADABLE_FIXES[reason] });
    },
  },
  {
    id: 'payload-documents',
    reason: 'An object without an API version, kind or name makes the whole resource fail.',
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
    reason: 'A ClusterResourceSet must name at least one resource.',
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
          fix: 'add an object, or leave the addon out',
        },
      );
    },
  },
  {
    id: 'payload-secret-name',
    reason: 'Kubernetes rejects other names for Secrets.',
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

/** Release of an addon, with the prop that sets it. */
interface ToldRelease {
  readonly prop: string;
  readonly given: string;
  readonly release: string;
}

/** Lists the releases that props of an addon set: its version, and the tag of its image, which is what runs. */
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
