import { Construct } from 'constructs';
import { addonImages, within } from '../../lib/addons/catalogue/addon-image';
import type { DescribeAddon } from '../../lib/addons/catalogue/addon-parts';
import { plainRelease } from '../../lib/addons/catalogue/addon-version';
import { type CalicoImages, KNOWN_CALICO_IMAGES } from '../../lib/addons/catalogue/calico-images';
import {
  type CalicoDownloadModel,
  type CalicoManifest,
  type CalicoManifestModel,
  calicoReleaseUrl,
} from '../../lib/addons/catalogue/calico-manifest';
import {
  inlineManifest,
  installerObjects,
  type JobSource,
} from '../../lib/addons/catalogue/calico-objects';
import {
  type InstallerRights,
  type InstallerRule,
  RELEASED_RIGHTS,
  rightsToApply,
} from '../../lib/addons/catalogue/calico-rights';
import type { Download } from '../../lib/addons/catalogue/calico-script';
import type { ChecksumModel } from '../../lib/addons/catalogue/checksum';
import type { DeliveryOptions } from '../../lib/addons/catalogue/delivery';
import type { AddonPayload } from '../../lib/addons/model/addon';
import { type CalicoNetworkOptions, type CniModel, calicoModel } from '../../lib/addons/model/cni';
import { podMtu } from '../../lib/addons/model/pod-mtu';
import type { Finding, Issue } from '../../lib/base/errors';
import { attempt, isHollow } from '../../lib/base/incomplete';
import { isWebAddress, secureAddress } from '../../lib/base/web-address';
import { pinnedText } from '../../lib/cluster/model/pinned-texts';
import { collect } from '../../lib/input/refusals';
import { directHosts, type NodeProxy } from '../../lib/kubeadm/model/node-proxy';
import { certificateFinding } from '../../lib/kubeadm/rules/certificates';
import { constructInput, isUnplaced } from '../construct-input';
import type { AddonContext } from './addon';
import { Addon, type IAddonHost } from './addon';

/** Props of a {@link CalicoJob}. */
export interface CalicoJobProps extends CalicoNetworkOptions, DeliveryOptions {
  /** Release of Calico, such as `3.30.2`. */
  readonly version: string;
  /**
   * Manifests that are applied.
   *
   * Downloaded ones are adapted to the encapsulation of these props, the address families of the pods, and the `mtu` of the
   * network; inline ones and those from a file are applied unchanged.
   */
  readonly manifest: CalicoManifest;
  /**
   * Permissions in the whole cluster that the Job has until it is done, in addition to those for applying its manifests.
   *
   * Manifests that are delivered with the Job need none. Downloaded ones need them if they contain other kinds than the
   * released ones.
   *
   * @default - no additional permissions
   */
  readonly rights?: readonly InstallerRule[];
  /**
   * Images that the Job runs, for example from a mirror.
   *
   * @default - pinned releases of curl and kubectl
   */
  readonly images?: CalicoImages;
}

/**
 * Job that installs Calico into a cluster as soon as its API server responds.
 *
 * The Job runs on a node that has no network yet. Its name ends in a hash of what it does, and so does the name of the
 * ConfigMap that delivers it: another version is another Job, and a new resource of the ClusterResourceSet. It is delivered
 * with the strategy `ApplyOnce`, because `Reconcile` would patch the immutable Job whenever the record of the first delivery
 * is lost, and fail forever. A finished Job stays as the record of what was installed, but its permissions are revoked.
 *
 * If the network's `mtu` is known, downloaded manifests get the MTU of pods: that of the network minus the encapsulation
 * overhead. If the `podCidrs` include an IPv6 range, they are set to give pods addresses from it: encapsulated with VXLAN, not
 * encapsulated next to IP-in-IP, and as the only addresses if there is no IPv4 range.
 *
 * Calico takes the IPv4 range of pod addresses from kubeadm's cluster configuration, which contains the `podCidrs`.
 *
 * ```ts
 * new CalicoJob(cluster, 'calico', { version: '3.30.2', manifest: CalicoManifest.file('calico.yaml') });
 * ```
 */
export class CalicoJob extends Construct {
  /** Addon that the cluster got. */
  readonly addon: Addon;

  constructor(cluster: IAddonHost, id: string, props: CalicoJobProps) {
    const input = constructInput('CalicoJob', { scope: cluster, id, props });
    super(input.parent, input.id);

    const issues = attempt(() => mistakes(this.node.path, input.props));
    collect(this.node.root, isHollow(issues) ? [] : issues);

    const { delivery } = input.props;
    this.addon = new Addon(this.node.id, describeCalico(input.props), delivery);
    if (!isUnplaced(this)) input.scope.addAddon(this.addon);
  }
}

const RELEASE = /^v?\d+\.\d+\.\d+(-[\w.-]+)?$/;
const SHA256 = /^[0-9a-f]{64}$/;

function mistakes(path: string, { version, manifest }: CalicoJobProps): Issue[] {
  const issues: Issue[] = [];
  if (!RELEASE.test(version)) {
    issues.push({
      path,
      prop: 'version',
      given: version,
      allowed: 'a release of Calico with three numbers',
      fix: 'write it as "3.30.2"',
      rule: 'calico-version',
    });
  }
  if (manifest?.download !== undefined) issues.push(...downloadMistakes(path, manifest.download));
  return issues;
}

function downloadMistakes(
  path: string,
  { url, checksum, certificateAuthority }: CalicoDownloadModel,
): Issue[] {
  const issues: Issue[] = [];
  if (url !== undefined && !isWebAddress(url)) {
    const better = secureAddress(url);
    issues.push({
      path,
      prop: 'manifest.url',
      given: url,
      allowed: 'an https URL without user, query and fragment',
      fix: better === undefined ? 'write the URL of the manifests' : `write "${better}"`,
      rule: 'calico-url',
    });
  }
  const checksumIssue = checksumMistake(checksum);
  if (checksumIssue !== undefined) {
    issues.push({ path, prop: 'manifest.checksum', ...checksumIssue, rule: 'calico-hash' });
  }
  const finding = certificateFinding(certificateAuthority);
  if (finding !== undefined) {
    const prop = 'manifest.certificateAuthority';
    issues.push({ path, prop, ...finding, rule: 'calico-authority' });
  }
  return issues;
}

function checksumMistake(checksum: ChecksumModel | undefined): Finding | undefined {
  if (checksum?.kind === 'sha256') {
    if (SHA256.test(checksum.sha256)) return undefined;
    return {
      given: checksum.sha256,
      allowed: '64 lowercase hexadecimal digits',
      fix: 'write what "sha256sum" prints for the download',
    };
  }
  if (checksum !== undefined && String(checksum.reason ?? '').trim() !== '') return undefined;
  return {
    given: checksum?.reason,
    allowed: 'a checksum of the download, or the reason why there is none',
    fix: "write checksum: Checksum.sha256('…') with what \"sha256sum\" prints, or Checksum.none({ reason: '…' })",
  };
}

type CalicoNetwork = Extract<CniModel, { kind: 'calico' }>;

function describeCalico(props: CalicoJobProps): DescribeAddon {
  const cni = calicoModel(props);
  const version = attempt(() => plainRelease(props.version));
  let manifest: CalicoManifestModel | undefined;
  return (cluster: AddonContext) => {
    manifest ??= props.manifest.model();
    if (manifest.kind === 'unreadable') {
      const { unreadable } = manifest;
      return { type: 'calico', strategy: 'ApplyOnce', version, cni, payload: [], unreadable };
    }
    const { images, given } = addonImages(cluster, KNOWN_CALICO_IMAGES, props.images);
    const text = manifest.kind === 'text' ? pinnedText(manifest.text, cluster.imageDigests) : '';
    const { source, entries, rights } =
      manifest.kind === 'text' ? inlineSource(text) : download(manifest, version, cni, cluster);
    const documents = installerObjects({ images, source, rights: withRights(rights, props) });
    const job: AddonPayload = {
      kind: 'configMap',
      suffix: 'job',
      hashed: true,
      entries: [{ key: 'job', documents }],
    };
    const texts: AddonPayload = { kind: 'configMap', suffix: '', entries };
    const carried = manifest.kind === 'text' ? { carriedTexts: [text] } : {};
    return {
      type: 'calico',
      strategy: 'ApplyOnce',
      version,
      cni,
      images: within('images', given),
      payload: entries.length === 0 ? [job] : [texts, job],
      ...carried,
    };
  };
}

function withRights(
  { clusterWide, ownNamespace }: InstallerRights,
  { rights = [] }: CalicoJobProps,
): InstallerRights {
  return { clusterWide: [...clusterWide, ...rights], ownNamespace };
}

/** Source of the manifests that the Job applies, and what must be delivered before it. */
interface DeliveredSource {
  readonly source: JobSource;
  /** Permissions to apply the manifests. */
  readonly rights: InstallerRights;
  readonly entries: Extract<AddonPayload, { kind: 'configMap' }>['entries'];
}

function inlineSource(text: string): DeliveredSource {
  const { maps, hash } = inlineManifest(text);
  return {
    source: { kind: 'configMaps', names: [...maps.keys()], textHash: hash },
    rights: rightsToApply(text),
    entries: [...maps].map(([key, documents]) => ({ key, documents })),
  };
}

function download(
  { url, checksum, certificateAuthority }: CalicoDownloadModel,
  version: string,
  cni: CalicoNetwork,
  cluster: AddonContext,
): DeliveredSource {
  const mtu = podMtu({ ...cluster, cni });
  const { proxy } = cluster.controlPlane.bootstrap;
  return {
    source: {
      kind: 'download',
      download: {
        url: url ?? calicoReleaseUrl(version, cni.typha),
        ...(checksum?.kind === 'sha256' ? { sha256: checksum.sha256 } : {}),
        ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
        ...(proxy === undefined ? {} : { proxy: proxyOf(proxy, cluster) }),
        network: cni,
        podCidrs: cluster.podCidrs,
        ...(mtu === undefined ? {} : { mtu }),
      },
    },
    rights: RELEASED_RIGHTS,
    entries: [],
  };
}

function proxyOf(proxy: NodeProxy, cluster: AddonContext): NonNullable<Download['proxy']> {
  const { httpProxy = '', httpsProxy = httpProxy } = proxy;
  return { url: httpsProxy, direct: directHosts(cluster, proxy) };
}
