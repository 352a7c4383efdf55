import { Construct } from 'constructs';
import type { AddonPayload } from '../../lib/model/addon';
import { type CalicoNetworkOptions, Cni, type CniModel } from '../../lib/model/cni';
import { contentHash } from '../../lib/model/content-hash';
import { versionTag } from '../../lib/model/kubernetes-version';
import { Addon, type IAddonHost } from './addon';
import type { AddonParts, DescribeAddon } from './addon-parts';
import { CalicoManifest, type CalicoManifestModel, calicoReleaseUrl } from './calico-manifest';
import {
  installerJob,
  installerRights,
  type JobSource,
  manifestConfigMaps,
} from './calico-objects';
import type { DeliveryOptions } from './delivery';

/** Props of a {@link CalicoJob}. */
export interface CalicoJobProps extends CalicoNetworkOptions, DeliveryOptions {
  /** Release of Calico, such as `3.30.2`. */
  readonly version: string;
  /**
   * Manifests that are applied.
   *
   * Downloaded ones are set to the encapsulation of these props; inline ones are applied as they are.
   *
   * @default - the release's own, downloaded when the Job runs
   */
  readonly manifest?: CalicoManifest;
}

/**
 * Job that installs Calico into a cluster as soon as its API server answers.
 *
 * The Job runs on a node that has no network yet. Its name ends in a hash of what it does: another version is another
 * Job. It is delivered with the strategy `Reconcile`, so that this new Job is created in clusters that have the old
 * one; a Job, which cannot be changed, is never applied twice under one name.
 *
 * ```ts
 * new CalicoJob(cluster, 'calico', { version: '3.30.2' });
 * ```
 */
export class CalicoJob extends Construct {
  /** Addon that the cluster got. */
  readonly addon: Addon;

  constructor(cluster: IAddonHost, id: string, props: CalicoJobProps) {
    super(cluster, id);

    this.addon = new Addon(id, describeCalico(props), props.delivery);
    cluster.addAddon(this.addon);
  }
}

type CalicoNetwork = Extract<CniModel, { kind: 'calico' }>;

function describeCalico(props: CalicoJobProps): DescribeAddon {
  const cni = Cni.calico(props).model;
  const version = props.version.replace(/^v/, '');
  let manifest: CalicoManifestModel | undefined;
  return ({ kubernetesVersion }): AddonParts => {
    manifest ??= (props.manifest ?? RELEASED).model();
    return {
      type: 'calico',
      strategy: 'Reconcile',
      version,
      cni,
      payload: calicoPayload(versionTag(kubernetesVersion), version, manifest, calicoNetwork(cni)),
    };
  };
}

const RELEASED = CalicoManifest.url();

function calicoPayload(
  kubectlVersion: string,
  version: string,
  manifest: CalicoManifestModel,
  network: CalicoNetwork,
): readonly AddonPayload[] {
  const maps = manifest.kind === 'text' ? manifestConfigMaps(manifest.text) : [];
  const source: JobSource =
    manifest.kind === 'text'
      ? {
          kind: 'configMaps',
          names: maps.map(({ metadata }) => metadata.name),
          textHash: contentHash(manifest.text),
        }
      : {
          kind: 'download',
          download: {
            url: manifest.url ?? calicoReleaseUrl(version),
            ...(manifest.sha256 === undefined ? {} : { sha256: manifest.sha256 }),
            network,
          },
        };
  return [
    {
      kind: 'configMap',
      suffix: '',
      entries: [
        { key: 'rights', documents: installerRights() },
        ...maps.map((map) => ({ key: map.metadata.name, documents: [map] })),
      ],
    },
    {
      kind: 'configMap',
      suffix: 'job',
      hashed: true,
      entries: [{ key: 'job', documents: installerJob(kubectlVersion, source) }],
    },
  ];
}

function calicoNetwork(cni: CniModel): CalicoNetwork {
  if (cni.kind === 'calico') return cni;
  throw new TypeError('Calico has its own network model');
}
