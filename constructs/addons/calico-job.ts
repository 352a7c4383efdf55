import { Construct } from 'constructs';
import type { Issue } from '../../lib/errors';
import { collect } from '../../lib/input/refusals';
import type { AddonPayload } from '../../lib/model/addon';
import { type CalicoNetworkOptions, type CniModel, calicoModel } from '../../lib/model/cni';
import { attempt, isHollow } from '../../lib/model/incomplete';
import { directHosts, type NodeProxy } from '../../lib/model/node-proxy';
import { podMtu } from '../../lib/model/pod-mtu';
import { certificateFinding } from '../../lib/rules/certificates';
import { constructInput, isUnplaced } from '../construct-input';
import { Addon, type IAddonHost } from './addon';
import type { AddonContext, DescribeAddon } from './addon-parts';
import { plainRelease } from './addon-version';
import { type CalicoImages, installerImages } from './calico-images';
import { CalicoManifest, type CalicoManifestModel, calicoReleaseUrl } from './calico-manifest';
import { inlineManifest, installerJob, installerRights, type JobSource } from './calico-objects';
import type { Download } from './calico-script';
import type { DeliveryOptions } from './delivery';

/** Props of a {@link CalicoJob}. */
export interface CalicoJobProps extends CalicoNetworkOptions, DeliveryOptions {
  /** Release of Calico, such as `3.30.2`. */
  readonly version: string;
  /**
   * Manifests that are applied.
   *
   * Downloaded ones are set to the encapsulation of these props, the families of the pods, and the `mtu` of the network;
   * inline ones and those of a file are applied as they are.
   *
   * @default - the release's own, downloaded when the Job runs
   */
  readonly manifest?: CalicoManifest;
  /**
   * Images that the Job runs, for clusters that pull from a mirror.
   *
   * @default - pinned releases of curl and kubectl
   */
  readonly images?: CalicoImages;
}

/**
 * Job that installs Calico into a cluster as soon as its API server answers.
 *
 * The Job runs on a node that has no network yet. Its name ends in a hash of what it does, and so does that of the
 * ConfigMap that brings it: another version is another Job, and a new resource of the ClusterResourceSet. It is delivered
 * with the strategy `ApplyOnce`, as `Reconcile` would patch the Job, which cannot be changed, whenever the record of the
 * first delivery is lost, and fail for ever. A Job that is done stays, as the record of what was installed.
 *
 * Manifests that are downloaded are told how large packets of pods may be, where the network's `mtu` is known: as large as the
 * network's, less what wraps them. Where the `podCidrs` have a range of IPv6 they are set to give pods addresses of it: wrapped
 * by VXLAN, unwrapped beside IP-in-IP, and as the only ones where there is no range of IPv4.
 *
 * Calico takes the IPv4 range of pod addresses from kubeadm's configuration of the cluster, which has the `podCidrs`.
 *
 * ```ts
 * new CalicoJob(cluster, 'calico', { version: '3.30.2' });
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
  const { sha256, certificateAuthority } = manifest?.checks ?? {};
  if (sha256 !== undefined && !SHA256.test(sha256)) {
    issues.push({
      path,
      prop: 'manifest.sha256',
      given: sha256,
      allowed: '64 hexadecimal digits in lower case',
      fix: 'write what "sha256sum" prints for the download',
      rule: 'calico-hash',
    });
  }
  const finding = certificateFinding(certificateAuthority);
  if (finding !== undefined) {
    const prop = 'manifest.certificateAuthority';
    issues.push({ path, prop, ...finding, rule: 'calico-authority' });
  }
  return issues;
}

type CalicoNetwork = Extract<CniModel, { kind: 'calico' }>;

function describeCalico(props: CalicoJobProps): DescribeAddon {
  const cni = calicoModel(props);
  const version = attempt(() => plainRelease(props.version));
  let manifest: CalicoManifestModel | undefined;
  return (cluster) => {
    manifest ??= (props.manifest ?? RELEASED).model();
    if (manifest.kind === 'unreadable') {
      const { unreadable } = manifest;
      return { type: 'calico', strategy: 'ApplyOnce', version, cni, payload: [], unreadable };
    }
    const images = installerImages(cluster.kubernetesVersion, props.images);
    const { source, entries } =
      manifest.kind === 'text'
        ? inlineSource(manifest.text)
        : download(manifest, version, cni, cluster);
    const payload: readonly AddonPayload[] = [
      {
        kind: 'configMap',
        suffix: '',
        entries: [{ key: 'rights', documents: installerRights() }, ...entries],
      },
      {
        kind: 'configMap',
        suffix: 'job',
        hashed: true,
        entries: [{ key: 'job', documents: installerJob(images, source) }],
      },
    ];
    const carried = manifest.kind === 'text' ? { carriedTexts: [manifest.text] } : {};
    return { type: 'calico', strategy: 'ApplyOnce', version, cni, payload, ...carried };
  };
}

const RELEASED = CalicoManifest.url();

/** What the Job applies, and what must be delivered for it beforehand. */
interface DeliveredSource {
  readonly source: JobSource;
  readonly entries: Extract<AddonPayload, { kind: 'configMap' }>['entries'];
}

function inlineSource(text: string): DeliveredSource {
  const { maps, hash } = inlineManifest(text);
  return {
    source: { kind: 'configMaps', names: [...maps.keys()], textHash: hash },
    entries: [...maps].map(([key, documents]) => ({ key, documents })),
  };
}

function download(
  { kind: _, url, ...checks }: Extract<CalicoManifestModel, { kind: 'url' }>,
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
        ...checks,
        ...(proxy === undefined ? {} : { proxy: proxyOf(proxy, cluster) }),
        network: cni,
        podCidrs: cluster.podCidrs,
        ...(mtu === undefined ? {} : { mtu }),
      },
    },
    entries: [],
  };
}

function proxyOf(proxy: NodeProxy, cluster: AddonContext): NonNullable<Download['proxy']> {
  const { httpProxy = '', httpsProxy = httpProxy } = proxy;
  return { url: httpsProxy, direct: directHosts(cluster, proxy) };
}
